// What the page and the worker of the editor say to each other.
export interface Question {
  id: number; task: 'schema' | 'lint' | 'complete' | 'format'
  text: string; at: number; manual: boolean; names: string[]; schema?: unknown
}
export interface Answer { id: number; value?: unknown; error?: string }
export interface Remark { from: number; to: number; severity: 'error' | 'warning'; message: string }
/** kind is a CompletionItemKind of the language server protocol. */
export interface Suggestion { label: string; insert?: string; kind: number; detail?: string }
