// Colours for Cypher by a small scanner: the parser stays in the worker.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'

const words = new Set(('all allshortestpaths and any as asc ascending by call case contains count collect desc descending distinct else end ends exists false '
  + 'finish for in is limit match next none not null offset on optional or order return shortest shortestpath show single skip starts then true union unwind use using when where with xor yield').split(' '))

const cypher = StreamLanguage.define<{ remark: boolean }>({
  name: 'cypher',
  startState: () => ({ remark: false }),
  token(stream, state) {
    if (state.remark || stream.match('/*')) {
      state.remark = !stream.match(/^.*?\*\//)
      if (state.remark) stream.skipToEnd()
      return 'comment'
    }
    if (stream.match(/^\/\/.*/)) return 'comment'
    if (stream.match(/^'(?:\\.|[^'\\])*'?/) || stream.match(/^"(?:\\.|[^"\\])*"?/)) return 'string'
    if (stream.match(/^\$\w+/)) return 'atom'
    if (stream.match(/^:\s*[A-Za-z_]\w*/)) return 'typeName'
    if (stream.match(/^\d+(\.\d+)?/)) return 'number'
    if (stream.match(/^`[^`]*`?/)) return 'variableName'
    const word = stream.match(/^[A-Za-z_]\w*/) as RegExpMatchArray | null
    if (word) {
      if (words.has(word[0].toLowerCase())) return 'keyword'
      return stream.match(/^\s*\(/, false) ? 'propertyName' : 'variableName'
    }
    stream.next()
    return null
  },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] } },
})

const style = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--reported)', fontWeight: '700' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--stated)' },
  { tag: tags.number, color: 'var(--planned)' },
  { tag: tags.atom, color: 'var(--planned)' },
  { tag: tags.typeName, color: 'var(--opinion)' },
  { tag: tags.propertyName, color: 'var(--link)' },
])

export const colours = [cypher, syntaxHighlighting(style)]
