import { useEffect, useRef, useState } from 'preact/hooks'
import type { Ref, Subgraph } from '../../api'
import { dateWords } from '../../words'
import type { Controller } from '../controller'
import { useStore } from '../store'
import type { Ask, Finder } from './finders'
import { Picker } from './picker'
import { RelationBoxes } from './relations'
import { Result } from './result'

interface Props { map: Controller; finder: Finder; picked: Ref[]; pick(refs: Ref[]): void }

/** A question about chosen bodies, and the server's answer to it. */
export function FinderPanel({ map, finder, picked, pick }: Props) {
  const { view } = useStore(map.store)
  const [relations, setRelations] = useState<readonly string[]>(view.relations)
  const [steps, setSteps] = useState(finder.steps?.usual ?? 0)
  const [answer, setAnswer] = useState<{ found: Subgraph; ask: Ask }>()
  const [problem, setProblem] = useState('')
  const [asking, setAsking] = useState<AbortController>()
  const mine = picked.slice(0, finder.most)
  const key = JSON.stringify([mine.map((r) => r.id), relations, steps, view.asAt])
  const stop = useRef<AbortController | undefined>(undefined)
  stop.current = asking
  useEffect(() => () => stop.current?.abort(), [])
  useEffect(() => { // an answer to another question would mislead
    stop.current?.abort()
    setAsking(undefined)
    setAnswer(undefined)
    setProblem('')
  }, [key])

  const ask = async () => {
    const asked = new AbortController()
    const question: Ask = { ids: mine.map((r) => r.id), relations: [...relations], asAt: view.asAt, steps }
    setAsking(asked)
    setProblem('')
    try {
      setAnswer({ found: await finder.ask(question, asked.signal), ask: question })
    } catch (err) {
      if (!asked.signal.aborted) setProblem((err as Error).message)
    } finally {
      if (!asked.signal.aborted) setAsking(undefined)
    }
  }

  return (
    <>
      <p class="quiet">{finder.help}</p>
      <Picker map={map} most={finder.most} picked={mine} pick={pick} />
      <form class="tool-form" onSubmit={(e) => {
        e.preventDefault()
        void ask()
      }}>
        {finder.steps && (
          <label>{finder.steps.label}{' '}
            <select class="field field--small" value={steps} onChange={(e) => setSteps(Number(e.currentTarget.value))}>
              {Array.from({ length: finder.steps.most }, (_, i) => <option key={i} value={i + 1}>{i + 1}</option>)}
            </select>
          </label>
        )}
        <RelationBoxes words={map.state.words} chosen={relations} choose={setRelations} />
        <p class="tool-do">
          <button type="submit" class="button button--small" disabled={mine.length < finder.least || !!asking}>Find</button>
          {asking && <button type="button" class="button button--quiet button--small" onClick={() => {
            asking.abort()
            setAsking(undefined)
          }}>Stop</button>}
          <span class="quiet">{view.asAt ? `as at ${dateWords(view.asAt)}` : 'at any date'}</span>
        </p>
      </form>
      <div role="status">
        {asking && <p class="quiet">Looking…</p>}
        {mine.length < finder.least && <p class="quiet">{finder.least - mine.length === 1 ? 'Choose one more body to start.' : `Choose ${finder.least} bodies to start.`}</p>}
      </div>
      {problem && <p class="error" role="alert">{problem}</p>}
      {answer && <Result map={map} finder={finder} {...answer} />}
    </>
  )
}
