// What stands below the editor: the parameters, and what can be done.
import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { get, type Hit, type Vocabulary } from '../api'
import { useStore } from '../map/store'
import { enhance } from '../search'
import { statuses } from '../words'
import type { Editor } from './editor'
import type { Param } from './header'
import { Keep } from './keep'
import { Reach } from './reach'
import type { Console } from './state'

/** A field for each parameter of the statement, by the type that its header declares. */
export function Params({ console }: { console: Console }) {
  const { values } = useStore(console.store)
  const all = console.params
  if (all.length === 0) return null
  const set = (name: string, value: string) => console.store.set({ values: { ...console.state.values, [name]: value } })
  return (
    <fieldset>
      <legend>Parameters</legend>
      <div class="params">
        {all.map((p) => (
          <div class="field-group" key={p.name}>
            <label for={`p-${p.name}`}>{p.name} {p.optional && <span class="quiet">(may be left out)</span>}</label>
            <Field param={p} value={values[p.name] ?? ''} set={(v) => set(p.name, v)} />
            <p class="field-help" id={`p-${p.name}-help`}>{p.help || hints[p.type]}</p>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const hints: Record<string, string> = {
  '': 'A number, true or false, a list in [ ], else a text.', list: 'Values joined by |, or a list in [ ].', entity: 'Type a name or a code and choose; an id, such as ods:RRV, may be written.',
  rows: 'JSON.', value: 'JSON, or a text.',
}

function Field({ param: { name, type, optional }, value, set }: { param: Param; value: string; set: (v: string) => void }) {
  const common = { id: `p-${name}`, class: 'field', 'aria-describedby': `p-${name}-help`, 'aria-required': !optional }
  const options = useOptions(type, value)
  if (type === 'entity') return <EntityField common={common} value={value} set={set} />
  if (options) {
    return (
      <select {...common} value={value} onChange={(e) => set(e.currentTarget.value)}>
        <option value="">{optional ? 'Any' : 'Choose'}</option>
        {options.map(([v, words]) => <option key={v} value={v}>{words}</option>)}
      </select>
    )
  }
  const rest = { ...common, value, spellcheck: false, autocomplete: 'off', onInput: (e: { currentTarget: HTMLInputElement }) => set(e.currentTarget.value) }
  if (type === 'date') return <input {...rest} type="date" />
  return type === 'integer' ? <input {...rest} type="number" /> : <input {...rest} type="text" />
}

/** An id that is found by name as one types. The app's search moves the input about, so it is not Preact's. */
function EntityField({ common, value, set }: { common: Record<string, string | boolean>; value: string; set: (v: string) => void }) {
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement | null>(null)
  const put = useRef(set)
  put.current = set
  useEffect(() => {
    const field = (input.current = Object.assign(document.createElement('input'), { type: 'search', value, spellcheck: false }))
    for (const [name, v] of Object.entries(common)) field.setAttribute(name, String(v))
    box.current!.append(field)
    enhance(box.current!)
    field.addEventListener('input', () => put.current(field.value))
    box.current!.addEventListener('mapper:pick', (e) => {
      e.preventDefault()
      const { id } = (e as CustomEvent<Hit>).detail
      setTimeout(() => put.current((field.value = id))) // once the search has emptied it
    })
  }, [])
  useEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value // a query was opened
  }, [value])
  return <div class="params__search" data-search="fill" ref={box} />
}

/** What may be chosen for a type; null where anything may be written. */
function useOptions(type: string, value: string): [string, string][] | null {
  const [words, learn] = useState<Vocabulary | null>(null)
  const named = type === 'kind' || type === 'relation'
  useEffect(() => {
    if (named) void get<Vocabulary>('/api/vocabulary').then(learn, () => {}) // without it the name is typed
  }, [named])
  if (type === 'status') return Object.entries(statuses)
  if (type === 'boolean') return [['true', 'Yes'], ['false', 'No']]
  if (!named || !words) return null
  const all = type === 'kind' ? words.kinds.map((k): [string, string] => [k.name, k.plural]) : words.relations.map((r): [string, string] => [r.type, r.name])
  return value && !all.some(([v]) => v === value) ? [[value, value], ...all] : all
}

export function Buttons({ console, editor }: { console: Console; editor: Editor }) {
  const { running, saying, text } = useStore(console.store)
  const empty = !text.trim()
  return (
    <>
      <div class="console__row">
        <button class="button" type="submit" aria-keyshortcuts="Control+Enter" disabled={!!running}>Run</button>
        {!!running && <button class="button button--quiet" type="button" onClick={console.cancel}>Stop</button>}
        <button class="button button--quiet" type="button" disabled={empty || !!running} onClick={() => void console.run(true)}>Explain</button>
        <button class="button button--quiet" type="button" disabled={empty} onClick={() => void editor.format()}>Tidy up</button>
        <button class="button button--quiet" type="button" disabled={empty} onClick={() => console.store.set({ dialog: true })}>Save…</button>
        <button class="button button--quiet" type="button" disabled={empty} onClick={() => void share(console)}>Copy the link</button>
      </div>
      <p class="console__says" role="status">{running ? <Seconds since={running} /> : saying}</p>
      <p class="field-help console__keys">Ctrl+Enter runs the statement, Ctrl+Space completes a word. Esc, then Tab leaves the editor.</p>
      <Reach console={console} />
      <Keep console={console} />
    </>
  )
}

/** How long it has been running; only the first word is spoken. */
function Seconds({ since }: { since: number }) {
  const [, tick] = useReducer((n: number, _: void) => n + 1, 0)
  useEffect(() => {
    const timer = setInterval(() => tick(), 100)
    return () => clearInterval(timer)
  }, [])
  return <>Running<span aria-hidden="true"> for {((Date.now() - since) / 1000).toFixed(1)} s</span></>
}

async function share(console: Console) {
  const link = location.origin + console.address()
  if (link.length > 16_000) return console.say('This is too long for a link: save it as a file instead.')
  try {
    await navigator.clipboard.writeText(link)
    console.say('The link is copied.')
  } catch {
    history.replaceState(null, '', console.address())
    console.say('The browser lets nothing be copied here: the link stands in the address bar.')
  }
}
