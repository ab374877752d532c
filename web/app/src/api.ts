// What the server answers with: the structs of graph/explore.go as JSON.

export interface Span { start?: string; end?: string }
export interface Ref { id: string; name: string; kinds?: string[] | null; anonymous?: boolean; stub?: boolean }
export interface Code extends Span { scheme: string; value: string }
/** What became of a body or a line between two days that are compared. */
export type Change = 'came' | 'went' | 'renamed' | 'succeeded'
export interface Node extends Ref, Span { degree: number; change?: Change | '' }
export type Status = 'stated' | 'reported' | 'planned' | 'opinion' | 'denied'
export interface Edge extends Span {
  id: string; from: string; to: string; relation: string
  claims: number; status: Status; count?: number; change?: Change | ''
}
export interface Shown { shown: number; total: number; atLeast?: boolean; why?: string }
/** The two days of a comparison; to is today when only one was given. */
export interface Comparison { from: string; to: string }
export interface Subgraph extends Shown { nodes: Node[] | null; edges: Edge[] | null; compared?: Comparison }
export interface Pair { from: string; to: string; length: number; paths: number }
export interface Paths extends Subgraph { length: number; paths: string[][] | null; pairs: Pair[] | null }
export interface SharedBy { id: string; shared: number; with: string[] }
export interface Common extends Subgraph { shared: SharedBy[] | null }
export interface Reach { step: number; shown: number; total: number; atLeast?: boolean }
export interface Around extends Subgraph { steps: Reach[] | null }
export interface Happening {
  day: string; precision: 'day' | 'month' | 'year'; kind: 'founded' | 'ended' | 'succeeded'; entities: Ref[] | null; sentence: string; edge?: string
}
export interface Year { year: number; starts: number; ends: number }
export interface Events extends Shown { items: Happening[] | null; years: Year[] | null; from: number; to: number }
export interface Hit extends Ref, Span { matched?: string; codes?: Code[] | null }
export interface Hits extends Shown { items: Hit[] | null }
export interface Neighbourhood {
  relation: string; direction: 'out' | 'in' | 'both'; phrase: string; entities: number; claims: number
}
export interface Evidence extends Span {
  id: string; from: Ref; to: Ref; relation: string; status: Status; role?: string; count?: number
  speaker?: Ref; document: Ref; published?: string; locator?: string; phrase?: string; note?: string; sentence: string
}
export interface Cited { id: string; title: string; publisher?: string; published?: string; url?: string; claims: number }
export interface Proof extends Shown { items: Evidence[] | null; documents: Cited[] | null }
export interface Explanation {
  sentence: string; edge: Edge; from: Ref; to: Ref; meaning?: string; evidence: Evidence[] | null; cypher: string
}
export interface Kind {
  name: string; label: string; plural: string; parent?: string; colour: string; icon: string; note?: string
}
export interface Relation {
  type: string; name: string; forward: string; backward: string
  symmetric?: boolean; hierarchy?: boolean; speech?: boolean; event?: boolean; colour: string; note?: string
}
export interface Vocabulary { kinds: Kind[]; relations: Relation[] }

/** A fault that a person can read: the detail of the server's problem document. */
export class Problem extends Error {
  line?: number // where in a statement, counted from 1
  column?: number
}

export type Params = Record<string, string | number | readonly string[] | undefined>

/** Writes a query in a fixed order, leaving out what is empty. */
export function query(params: Params): string {
  const q = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const v of Array.isArray(value) ? value : [value]) if (v !== undefined && v !== '') q.append(name, String(v))
  }
  const text = q.toString()
  return text && `?${text}`
}

export async function get<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  return (await ask(path + query(params), { headers: { Accept: 'application/json' }, signal })).json()
}

/** Asks the server; what goes wrong is a Problem, but for what the reader stopped. */
export async function ask(address: string, request: RequestInit): Promise<Response> {
  const { signal } = request
  let answer: Response
  try {
    answer = await fetch(address, request)
  } catch (err) {
    if (signal?.aborted) throw err
    throw new Problem('The server does not answer. Check that it is running and that you are connected.')
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}))
    const { line, column } = problem
    throw Object.assign(new Problem(problem.detail ?? problem.title ?? `The server answered ${answer.status}.`), { line, column })
  }
  return answer
}

/** An entity's own path; ids contain colons. */
export const path = (room: string, id: string) => `/${room}/${encodeURIComponent(id)}`

export const entity = (id: string) => `/api${path('entities', id)}`
