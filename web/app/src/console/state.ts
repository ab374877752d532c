// What the console knows, and what a person can do with it.
import { ask, get, type Edge, type Node, type Ref } from '../api'
import { Store } from '../map/store'
import { params, typed, type Param } from './header'
import { remember, type Past } from './history'

export interface Column { name: string; type: string; help?: string }
export type Cell = Ref | string | number | boolean | null | unknown[] | Record<string, unknown>
export interface PlanStep { operator: string; details?: string; rows: number; steps?: PlanStep[] }
export interface Result {
  columns: Column[]; rows: Cell[][]; shown: number; total: number; why?: string; atLeast?: boolean
  nodes?: Node[]; edges?: Edge[]; notifications?: string[]; plan?: PlanStep; milliseconds: number
}
export interface Fault { detail: string; line?: number; column?: number; text?: string }
export interface Saved { name: string; title: string; question?: string; text: string; problem?: string }
/** What the server wrote into the page. */
export interface Given {
  result: Result | null; problem: Fault | null; saved: Saved[] | null
  keeps: boolean; seconds: number; rows: number; formats: { Name: string; Href: string; Graph: boolean }[] | null
}
export type Tab = 'table' | 'map' | 'chart' | 'json' | 'plan'
export interface State extends Given {
  text: string; values: Record<string, string>; running: number // since when; 0 when nothing runs
  asked: string // the address of what the answer answers
  tab: Tab; past: Past[]; saying: string; dialog: boolean
}

const longest = 16_000 // of an address: beyond it, servers and mail programs give up

export class Console {
  private asking: AbortController | undefined
  mark: (fault: Fault | null) => void = () => {} // shows a fault in the editor
  write: (text: string) => void = () => {} // puts a text into the editor

  constructor(readonly store: Store<State>) {
    window.addEventListener('popstate', () => this.arrive())
  }

  get state() {
    return this.store.get()
  }

  get params(): Param[] {
    return params(this.state.text)
  }

  /** The parameters as the server takes them. */
  get parameters(): Record<string, unknown> {
    const { values } = this.state
    return Object.fromEntries(this.params.flatMap((p) => (values[p.name] ? [[p.name, typed(p, values[p.name]!)]] : p.optional ? [[p.name, null]] : [])))
  }

  say(saying: string) {
    this.store.set({ saying: '' })
    this.store.set({ saying })
  }

  /** The address of the statement as it stands. */
  address(format = ''): string {
    const q = new URLSearchParams({ q: this.state.text })
    for (const p of this.params) if (this.state.values[p.name]) q.set(`p.${p.name}`, this.state.values[p.name]!)
    if (format) q.set('format', format)
    return `/console?${q}`
  }

  async run(explain = false, push = true) {
    const { text } = this.state
    const missing = this.params.find((p) => !p.optional && !this.state.values[p.name])
    if (!text.trim()) return this.say('There is no statement yet.')
    if (missing) {
      document.getElementById(`p-${missing.name}`)?.focus()
      return this.say(`Fill in ${missing.name} first.`)
    }
    this.asking?.abort()
    const { signal } = (this.asking = new AbortController())
    const asked = this.address()
    if (push && asked.length <= longest && asked !== location.pathname + location.search) history.pushState(null, '', asked)
    this.store.set({ running: Date.now(), problem: null, saying: 'Running' })
    this.mark(null)
    try {
      const body = JSON.stringify({ statement: text, parameters: this.parameters, plan: true, explain })
      const result: Result = await (await ask('/api/cypher', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal })).json()
      this.answered(result, asked, explain)
    } catch (err) {
      if (signal !== this.asking?.signal) return
      this.failed(signal.aborted ? { detail: 'Stopped. The statement was ended at the server too.' } : fault(err, text))
    }
  }

  private answered(result: Result, asked: string, explain: boolean) {
    this.store.set({ running: 0, result, asked, tab: this.tabOf(result, explain), past: this.keep(explain ? 'explained' : rowsSay(result)) })
    this.say(explain ? 'Explained' : `${rowsSay(result)}, in ${result.milliseconds} ms`)
  }

  /** The tab that was open, where there is something to see in it. */
  private tabOf(result: Result, explain: boolean): Tab {
    const { tab } = this.state
    if (explain) return 'plan'
    return tab === 'map' && !result.nodes?.length || tab === 'plan' && !this.state.result?.rows.length ? 'table' : tab
  }

  private failed(problem: Fault) {
    this.store.set({ running: 0, problem, result: null, past: this.keep('not answered'), saying: '' })
    this.mark(problem)
  }

  private keep(outcome: string): Past[] {
    return remember({ text: this.state.text, values: this.state.values, at: Date.now(), outcome })
  }

  cancel = () => this.asking?.abort()

  open(text: string, values: Record<string, string> = {}) {
    this.write(text)
    this.store.set({ text, values })
  }

  /** Goes where Back leads. */
  private arrive() {
    const { text, values } = readAddress(location.search)
    const left = this.asking
    this.asking = undefined // what ends now is no answer to anything on the screen
    left?.abort()
    this.open(text, values)
    this.store.set({ result: null, problem: null, running: 0 })
    if (text) void this.run(false, false)
  }

  async reload() {
    this.store.set({ saved: (await get<{ items: Saved[] }>('/api/queries')).items })
  }
}

export const rowsSay = (r: Result) => {
  const n = r.rows.length.toLocaleString('en-GB')
  return r.atLeast ? `The first ${n} rows: there are more` : `${n} ${r.rows.length === 1 ? 'row' : 'rows'}`
}

export function readAddress(search: string): { text: string; values: Record<string, string> } {
  const q = new URLSearchParams(search)
  const values: Record<string, string> = {}
  for (const [name, value] of q) if (name.startsWith('p.')) values[name.slice(2)] = value
  return { text: (q.get('q') ?? '').replaceAll('\r\n', '\n'), values }
}

function fault(err: unknown, text: string): Fault {
  const e = err as Error & { line?: number; column?: number }
  return { detail: e.message, line: e.line, column: e.column, text }
}
