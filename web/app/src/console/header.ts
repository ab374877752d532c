// What the header of a statement says of it: lines of "// key: value" above the
// Cypher, as in a view file. The server reads the same (cypher/bind.go).

export interface Param { name: string; type: string; optional: boolean; help: string }

const line = /^\/\/\s*(title|question|param|column|chart|answer|empty|severity|home)\s*:\s*(.*?)\s*$/
const param = /^([a-z][a-z0-9_]*) ([a-z]+)(\?)?(?: "([^"]*)")?$/

/** The header's lines by key, and the rest. */
export function split(text: string): { head: [string, string][]; body: string } {
  const lines = text.split('\n')
  const head: [string, string][] = []
  let at = 0
  for (; lines[at]?.startsWith('//'); at++) {
    const [, key, value] = line.exec(lines[at]!) ?? []
    if (key) head.push([key, value!])
  }
  return { head, body: lines.slice(at).join('\n') }
}

export const said = (text: string, key: string) => split(text).head.find(([k]) => k === key)?.[1] ?? ''

/** The $parameters of a statement, each once, with what its header declares. Texts, quoted names and remarks are passed over. */
export function params(text: string): Param[] {
  const declared = new Map(split(text).head.filter(([k]) => k === 'param').flatMap(([, value]) => {
    const [, name, type, mark, help] = param.exec(value) ?? []
    return name ? [[name, { name, type: type!, optional: !!mark, help: help ?? '' }] as const] : []
  }))
  const parts = text.matchAll(/'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\$([A-Za-z0-9_]+)/g)
  const names = new Set([...parts].flatMap(([, name]) => name ?? []))
  return [...names].map((name) => declared.get(name) ?? { name, type: '', optional: false, help: '' })
}

/** A value as the server takes it: what no header speaks of is JSON where it is JSON, else a text. */
export function typed({ type }: Param, value: string): unknown {
  if (type) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** The text with a title and a question in its header. */
export function titled(text: string, title: string, question: string): string {
  const rest = text.split('\n')
  let end = rest.findIndex((l) => !l.startsWith('//'))
  if (end < 0) end = rest.length
  const keep = rest.slice(0, end).filter((l) => line.test(l) && !/^\/\/\s*(title|question)\s*:/.test(l))
  const remarks = rest.slice(0, end).filter((l) => !line.test(l))
  const head = [`// title: ${title.trim()}`, ...(question.trim() ? [`// question: ${question.trim()}`] : []), ...keep]
  // a remark that is no header line stands below an empty line
  return [...head, ...(remarks.length ? ['', ...remarks] : []), ...rest.slice(end)].join('\n')
}

/** A name for a file made of a title. */
export const nameOf = (title: string) =>
  title.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 60).replace(/-+$/, '')
