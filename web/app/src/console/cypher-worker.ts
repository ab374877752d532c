// Neo4j's own language support, away from the page: it parses with every letter.
import { CypherLanguageService, formatQuery, type DbSchema } from '@neo4j-cypher/language-support'
import type { Answer, Question, Suggestion, Remark } from './messages'

const service = new CypherLanguageService({ consoleCommandsEnabled: false })
let schema: DbSchema = {}

const tasks = {
  schema: ({ schema: now }: Question) => void (schema = now as DbSchema),
  lint: ({ text, names }: Question): Remark[] => {
    const { diagnostics } = service.lint(text, { ...schema, parameters: Object.fromEntries(names.map((n) => [n, ''])) })
    return diagnostics.map((d) => ({ from: d.offsets.start, to: d.offsets.end, severity: d.severity === 1 ? 'error' : 'warning', message: typeof d.message === 'string' ? d.message : d.message.value }))
  },
  complete: ({ text, at, manual, names }: Question): Suggestion[] =>
    service.autocomplete(text, { ...schema, parameters: Object.fromEntries(names.map((n) => [n, ''])) }, { caretPosition: at, manual })
      .map((i) => ({ label: i.label, insert: i.insertText, kind: i.kind ?? 1, detail: i.signature ?? i.detail })),
  format: ({ text }: Question): string => formatQuery(text).formattedQuery,
}

onmessage = ({ data }: MessageEvent<Question>) => {
  const answer: Answer = { id: data.id }
  try {
    answer.value = tasks[data.task](data)
  } catch (err) {
    answer.error = (err as Error).message
  }
  postMessage(answer)
}
