import { useState } from 'preact/hooks'
import type { Node } from '../../api'
import { plural, spanWords, type Words } from '../../words'
import { most } from '../address'
import type { Controller } from '../controller'
import type { Choice } from '../state'

const orders = {
  connected: { label: 'Most connected', by: (a: Node, b: Node) => b.degree - a.degree || a.name.localeCompare(b.name) },
  name: { label: 'A to Z', by: (a: Node, b: Node) => a.name.localeCompare(b.name) },
  kind: { label: 'By kind', by: (a: Node, b: Node) => (a.kinds?.[0] ?? '').localeCompare(b.kinds?.[0] ?? '') || a.name.localeCompare(b.name) },
}

/** A large neighbourhood as a list: what is ticked comes onto the map. */
export function Choose({ map, choice }: { map: Controller; choice: Choice }) {
  const { words, scene } = map.state
  const [order, setOrder] = useState<keyof typeof orders>('connected')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const nodes = choice.nodes.filter((n) => !scene.byId.has(n.id)).sort(orders[order].by)
  const room = most - map.shown.length
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  const all = nodes.slice(0, room).map((n) => n.id)
  const cut = choice.total > choice.nodes.length
  return (
    <form class="map-about map-choose" onSubmit={(e) => {
      e.preventDefault()
      void map.add([choice.of, ...ticked], choice.of)
    }}>
      <h2>{scene.byId.get(choice.of)?.node.name} {choice.hood.phrase}</h2>
      <p>{cut ? `${choice.nodes.length} of ${plural(choice.total, 'entity', 'entities')}, the best connected.` : plural(choice.total, 'entity', 'entities') + '.'} Choose which to add.</p>
      <label class="quiet">Order{' '}
        <select class="field field--small" value={order} onChange={(e) => setOrder(e.currentTarget.value as keyof typeof orders)}>
          {Object.entries(orders).map(([key, { label }]) => <option key={key} value={key}>{label}</option>)}
        </select>
      </label>
      <p class="map-about__do">
        <button type="submit" class="button button--small" disabled={ticked.size === 0}>Add {ticked.size || ''} selected</button>
        {nodes.length <= room && <button type="button" class="button button--quiet button--small" onClick={() => setTicked(new Set(all))}>Select all</button>}
        <button type="button" class="button button--quiet button--small" onClick={() => map.store.set({ choice: null })}>Cancel</button>
      </p>
      <ul class="map-choose-list">
        {nodes.map((n) => <Option key={n.id} node={n} words={words} on={ticked.has(n.id)} full={ticked.size >= room} tick={tick} />)}
      </ul>
    </form>
  )
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
