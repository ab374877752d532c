// Asks the worker: what may stand here, what is wrong, how is it laid out.
import { get } from '../api'
import { params } from './header'
import type { Answer, Question, Remark, Suggestion } from './messages'

interface Callable {
  name: string; category?: string; description?: string; signature: string; returns?: string; aggregating?: boolean; deprecated?: boolean
  arguments: Named[]; yields?: Named[]
}
interface Named { name: string; type: string; description?: string }
interface Schema {
  labels: string[]; types: string[]; properties: string[]; patterns: { from: string; type: string; to: string }[]
  functions: Callable[]; procedures: Callable[]
}

const version = 'CYPHER 5'

export class Language {
  private worker = new Worker(new URL('./cypher-worker.ts', import.meta.url), { type: 'module', name: 'cypher' })
  private waiting = new Map<number, (a: Answer) => void>()
  private count = 0

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      this.waiting.get(data.id)?.(data)
      this.waiting.delete(data.id)
    }
  }

  private ask<T>(question: Partial<Question> & Pick<Question, 'task'>): Promise<T> {
    const id = ++this.count
    const text = question.text ?? ''
    this.worker.postMessage({ text, at: 0, manual: false, names: params(text).map((p) => p.name), ...question, id } satisfies Question)
    return new Promise((resolve, reject) => this.waiting.set(id, (a) => (a.error ? reject(new Error(a.error)) : resolve(a.value as T))))
  }

  /** Teaches it the graph as it stands. */
  async learn() {
    await this.ask({ task: 'schema', schema: asDbSchema(await get<Schema>('/api/schema')) })
  }

  lint = (text: string) => this.ask<Remark[]>({ task: 'lint', text })
  complete = (text: string, at: number, manual: boolean) => this.ask<Suggestion[]>({ task: 'complete', text, at, manual })
  format = (text: string) => this.ask<string>({ task: 'format', text })
}

/** The schema in the words of the language support. */
function asDbSchema(s: Schema) {
  const named = (all: Named[]) => all.map((a) => ({ name: a.name, description: a.description ?? '', type: a.type, isDeprecated: false }))
  const byName = <T>(all: Callable[], make: (c: Callable) => T) => ({ [version]: Object.fromEntries(all.map((c) => [c.name, make(c)])) })
  return {
    labels: s.labels, relationshipTypes: s.types, propertyKeys: s.properties, defaultLanguage: version,
    graphSchema: s.patterns.map((p) => ({ from: p.from, to: p.to, relType: p.type })),
    functions: byName(s.functions, (f) => ({
      name: f.name, category: f.category ?? '', description: f.description ?? '', isBuiltIn: true, argumentDescription: named(f.arguments),
      returnDescription: f.returns ?? '', signature: f.signature, aggregating: !!f.aggregating, isDeprecated: !!f.deprecated,
    })),
    procedures: byName(s.procedures, (p) => ({
      name: p.name, description: p.description ?? '', mode: 'READ', worksOnSystem: false, argumentDescription: named(p.arguments),
      returnDescription: named(p.yields ?? []), signature: p.signature, admin: false, option: { deprecated: false },
    })),
  }
}
