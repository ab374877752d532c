// Three ways to follow the network further. What the server found is a part of the
// graph; each way says it in rows of its own.
import { get, type Around, type Common, type Paths, type Subgraph } from '../../api'
import { plural, spanWords, type Words } from '../../words'

export interface Ask { ids: string[]; relations: string[]; asAt: string; steps: number }

/** One row of a result: its body comes into view when it is chosen; a path has no one body. */
export interface Row { text: string; about: string; id?: string }

export interface Finder {
  name: string
  help: string
  least: number // bodies to start from
  most: number
  steps?: { label: string; most: number; usual: number }
  ask(ask: Ask, signal: AbortSignal): Promise<Subgraph>
  says(found: Subgraph, ask: Ask): string
  rows(found: Subgraph, words: Words): Row[]
  nothing(ask: Ask): string
}

const narrowed = (a: Ask) => ({ relation: a.relations, as_at: a.asAt })
const wider = (a: Ask) => `${a.relations.length ? ', allow more relations' : ''}${a.asAt ? ', or choose any date' : ''}`

export const finders: Finder[] = [
  {
    name: 'Paths', least: 2, most: 5,
    help: 'The shortest ways from one body to another; of more than two, between each two of them.',
    steps: { label: 'At most so many steps', most: 8, usual: 6 },
    ask: (a, signal) => get<Paths>('/api/paths', { via: a.ids, max: a.steps, ...narrowed(a) }, signal),
    says: (found) => {
      const { paths, pairs, length } = found as Paths
      const apart = (pairs ?? []).filter((p) => !p.length)
      const unjoined = apart.map((p) => `${nameOf(found, p.from)} and ${nameOf(found, p.to)}`).join('; ')
      return plural(paths?.length ?? 0, 'shortest path', 'shortest paths') + (pairs?.length === 1 ? ` of ${plural(length, 'step', 'steps')}` : '')
        + (unjoined && `. No path between ${unjoined}`)
    },
    rows: (found, words) => ((found as Paths).paths ?? []).map((path) => ({ text: trail(path, found, words), about: '' })),
    nothing: (a) => `No path of at most ${plural(a.steps, 'step', 'steps')}. Allow more steps${wider(a)}.`,
  },
  {
    name: 'In common', least: 2, most: 10,
    help: 'What several bodies are all joined to: shared members, people, owners, documents of agreement.',
    ask: (a, signal) => get<Common>('/api/shared', { id: a.ids, ...narrowed(a) }, signal),
    says: (found) => plural(found.total, 'body is', 'bodies are') + ' joined to at least two of them',
    rows: (found, words) => ((found as Common).shared ?? []).map(({ id, shared, with: ends }) => ({
      id, text: nameOf(found, id), about: [`joined to ${shared}: ${ends.map((end) => nameOf(found, end)).join(', ')}`, kindsOf(found, id, words)].filter(Boolean).join(' · '),
    })),
    nothing: (a) => `Nothing is joined to two of them. Choose other bodies${wider(a)}.`,
  },
  {
    name: 'Around', least: 1, most: 1,
    help: 'Everything within some steps of a body, the best connected first.',
    steps: { label: 'Steps', most: 4, usual: 2 },
    ask: (a, signal) => get<Around>('/api/around', { id: a.ids[0], steps: a.steps, limit: 200, ...narrowed(a) }, signal),
    says: (found, a) => {
      const reach = ((found as Around).steps ?? []).map((s) => `${s.atLeast ? 'at least ' : ''}${s.total.toLocaleString('en-GB')} at step ${s.step}`)
      return `${found.atLeast ? 'At least ' : ''}${plural(found.total, 'body', 'bodies')} within ${plural(a.steps, 'step', 'steps')} (${reach.join(', ')})`
    },
    rows: (found, words) => (found.nodes ?? []).map((n) => ({
      id: n.id, text: n.name, about: [words.kindsOf(n), spanWords(n), plural(n.degree, 'link', 'links')].filter(Boolean).join(' · '),
    })),
    nothing: (a) => `It is joined to nothing${wider(a) && ` so far${wider(a)}`}.`,
  },
]

const nameOf = ({ nodes }: Subgraph, id: string) => nodes?.find((n) => n.id === id)?.name ?? id

function kindsOf({ nodes }: Subgraph, id: string, words: Words): string {
  const node = nodes?.find((n) => n.id === id)
  return node ? words.kindsOf(node) : ''
}

/** A path in words, each step by a relation that joins its two ends. */
function trail(path: string[], found: Subgraph, words: Words): string {
  const name = (id: string) => nameOf(found, id)
  let text = name(path[0]!)
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!]
    const joins = (found.edges ?? []).filter((e) => (e.from === a && e.to === b) || (e.from === b && e.to === a))
    const first = joins[0]
    const phrase = first ? words.relation(first.relation)[first.from === a ? 'forward' : 'backward'] : 'to'
    text += ` → ${phrase} → ${name(b)}${joins.length > 1 ? ` (and ${joins.length - 1} more)` : ''}`
  }
  return text
}
