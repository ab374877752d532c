import { path, query, type Edge, type Node } from '../../api'
import { plural, spanWords, statuses } from '../../words'
import { element as el } from '../elements'
import type { MapState } from '../state'
import { change, ref } from './parts'

interface Leaf { phrase: string; other: { id: string; name: string }; edge: Edge }

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: { id: string; name: string }, b: { id: string; name: string }) => order(a.name.toLowerCase(), b.name.toLowerCase()) || order(a.id, b.id)

/** Every body by name, each with all its lines. */
export function branches(state: MapState): HTMLElement[] {
  const nodes = [...(state.graph.nodes ?? [])].sort(byName)
  const lines = leaves(state)
  return nodes.map((n) => branch(n, lines.get(n.id) ?? [], state))
}

function leaves({ graph, words }: MapState): Map<string, Leaf[]> {
  const byId = new Map((graph.nodes ?? []).map((n) => [n.id, n]))
  const lines = new Map([...byId.keys()].map((id) => [id, [] as Leaf[]]))
  const end = (id: string) => byId.get(id) ?? { id, name: id }
  for (const edge of graph.edges ?? []) {
    const { forward, backward } = words.relation(edge.relation)
    lines.get(edge.from)?.push({ phrase: forward, other: end(edge.to), edge })
    if (edge.to !== edge.from) lines.get(edge.to)?.push({ phrase: backward, other: end(edge.from), edge })
  }
  return lines
}

function branch(node: Node, lines: Leaf[], { words, view }: MapState): HTMLElement {
  const span = spanWords(node)
  const day = query({ as_at: view.asAt })
  lines.sort((a, b) => order(a.phrase, b.phrase) || byName(a.other, b.other))
  const said = ({ phrase, other, edge }: Leaf) => el('li', { 'data-line': edge.id },
    [`${phrase} ${other.name || other.id}`, spanWords(edge)].filter(Boolean).join(', ') + ` · ${statuses[edge.status]}`, ...change(edge.change), ' · ',
    el('a', { href: path('edges', edge.id) + day }, plural(edge.claims, 'claim', 'claims'), el('span', { class: 'visually-hidden' }, ` that it ${phrase} ${other.name}`)))
  return el('li', { 'data-body': node.id }, ref(node, words, view.asAt, true),
    ...(span ? [' ', el('span', { class: 'quiet' }, span)] : []), ...change(node.change), ...(lines.length ? [el('ul', {}, ...lines.map(said))] : []))
}
