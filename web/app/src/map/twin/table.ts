import { path, query, type Edge, type Node } from '../../api'
import { spanWords } from '../../words'
import { element as el, tag } from '../elements'
import type { MapState } from '../state'
import { change, ref } from './parts'

/** A line of the map as a row of the table. */
export function row(e: Edge, nodes: ReadonlyMap<string, Node>, { words, view }: MapState): HTMLElement {
  const day = query({ as_at: view.asAt })
  const [from, to] = [e.from, e.to].map((id) => nodes.get(id) ?? { id, name: id })
  const { forward } = words.relation(e.relation)
  const cell = (label: string, ...content: (string | HTMLElement | SVGElement)[]) => el('td', { role: 'cell', 'data-label': label }, ...content)
  const claims = cell('Claims', e.claims.toLocaleString('en-GB'))
  claims.className = 'num'
  return el('tr', { role: 'row', 'data-edge': e.id },
    el('th', { role: 'rowheader', scope: 'row', 'data-label': 'From' }, ref(from!, words, view.asAt)),
    cell('Relation', forward),
    cell('To', ref(to!, words, view.asAt), ...(e.count ? [' ', el('span', { class: 'quiet' }, `× ${e.count.toLocaleString('en-GB')}`)] : [])),
    cell('When', spanWords(e) || '–', ...change(e.change)),
    cell('How firmly', tag(e.status)),
    claims,
    el('td', { role: 'cell' }, el('a', { href: path('edges', e.id) + day }, 'Why? ',
      el('span', { class: 'visually-hidden' }, `${from!.name} ${forward} ${to!.name}`))))
}
