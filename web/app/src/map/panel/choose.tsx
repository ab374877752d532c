import { useState } from 'preact/hooks'
import type { Node } from '../../api'
import { plural, spanWords, type Words } from '../../words'
import { most } from '../address'
import type { Controller } from '../controller'
import type { Choice } from '../state'

type By = (a: Node, b: Node) => number
const byName: By = (a, b) => a.name.localeCompare(b.name)
const orders = (words: Words): Record<string, { label: string; by: By }> => ({
  connected: { label: 'Most connected', by: (a, b) => b.degree - a.degree || byName(a, b) },
  name: { label: 'A to Z', by: byName },
  kind: { label: 'By kind', by: (a, b) => words.kindsOf(a).localeCompare(words.kindsOf(b)) || byName(a, b) },
})

/** More than is shown at once, as a list: what is ticked comes onto the map. */
export function Choose({ map, choice }: { map: Controller; choice: Choice }) {
  const { words, scene } = map.state
  const [order, setOrder] = useState('connected')
  const [sought, setSought] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const sorts = orders(words)
  const fresh = choice.nodes.filter((n) => !scene.byId.has(n.id))
  const nodes = fresh.filter((n) => `${n.name} ${words.kindsOf(n)}`.toLowerCase().includes(sought.trim().toLowerCase())).sort(sorts[order]!.by)
  const room = most - map.shown.length
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  return (
    <form class="map-about map-choose" data-panel-choice onSubmit={(e) => {
      e.preventDefault()
      void map.add([...(choice.of ? [choice.of] : []), ...ticked], choice.of)
    }}>
      <h2>{choice.title}</h2>
      <p>{sum(choice, fresh.length)} {room < fresh.length && `There is room for ${Math.max(0, room)} more on the map.`}</p>
      <div class="map-choose__by">
        <label>Order{' '}
          <select class="field field--small" value={order} onChange={(e) => setOrder(e.currentTarget.value)}>
            {Object.entries(sorts).map(([key, { label }]) => <option key={key} value={key}>{label}</option>)}
          </select>
        </label>
        <label>Only with{' '}
          <input class="field field--small" type="search" value={sought} onInput={(e) => setSought(e.currentTarget.value)} />
        </label>
      </div>
      <p class="map-about__do">
        <button type="submit" class="button button--small" disabled={ticked.size === 0}>Add {ticked.size || ''} selected</button>
        {nodes.length > 0 && nodes.length <= room && <button type="button" class="button button--quiet button--small" onClick={() => setTicked(new Set([...ticked, ...nodes.map((n) => n.id)]))}>Select all {nodes.length}</button>}
        <button type="button" class="button button--quiet button--small" onClick={() => map.store.set({ choice: null })}>Cancel</button>
      </p>
      <ul class="map-choose-list">
        {nodes.map((n) => <Option key={n.id} node={n} words={words} on={ticked.has(n.id)} full={ticked.size >= room} tick={tick} />)}
      </ul>
      {!nodes.length && <p class="quiet">None of them matches.</p>}
    </form>
  )
}

function sum({ nodes, total }: Choice, fresh: number): string {
  const all = plural(total, 'body', 'bodies')
  const listed = total > nodes.length ? `${nodes.length.toLocaleString('en-GB')} of ${all}, the best connected` : all
  return `${listed}${fresh < nodes.length ? `; ${nodes.length - fresh} of them are on the map` : ''}. Choose which to add.`
}

interface OptionProps { node: Node; words: Words; on: boolean; full: boolean; tick(id: string, on: boolean): void }

function Option({ node, words, on, full, tick }: OptionProps) {
  const about = [words.kindsOf(node), spanWords(node), plural(node.degree, 'link', 'links')].filter(Boolean).join(' · ')
  return (
    <li>
      <label class="tick">
        <input type="checkbox" checked={on} disabled={full && !on} onChange={(e) => tick(node.id, e.currentTarget.checked)} />
        <span>{node.name} <span class="quiet">{about}</span></span>
      </label>
    </li>
  )
}
