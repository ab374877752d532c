// The editor: CodeMirror, in a shadow root, where its styles come as constructed
// sheets, which the pages' policy allows and an inline <style> it does not.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type Completion, type CompletionContext } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { forceLinting, linter, lintKeymap, type Diagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { colours } from './highlight'
import { Language } from './language'
import type { Fault } from './state'
import { theme } from './theme'

export interface Hooks { changed(text: string): void; run(): void }

export class Editor {
  private view: EditorView
  private language = new Language()
  private ready = this.language.learn().catch(() => {}) // without the schema it still knows the grammar
  private fault: Fault | null = null

  constructor(host: HTMLElement, text: string, hooks: Hooks) {
    const root = host.attachShadow({ mode: 'open' })
    const run = () => (hooks.run(), true)
    // On Android CodeMirror takes every Enter for a touch keyboard's, and forgets the Control of a real one: so it is caught first.
    host.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.isComposing) (e.preventDefault(), e.stopPropagation(), run())
    }, true)
    const state = EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), bracketMatching(), closeBrackets(), highlightActiveLine(), EditorView.lineWrapping, colours, theme,
        placeholder('MATCH (e:Entity) RETURN e LIMIT 10'),
        autocompletion({ override: [(c) => this.suggest(c)], maxRenderedOptions: 60, icons: false }),
        linter((view) => this.lint(view.state.doc.toString()), { delay: 500 }),
        EditorView.scrollMargins.of(() => (host.parentElement?.querySelector('.console__reach:not([hidden])') ? { bottom: 72 } : null)), // what is written stays above the button
        keymap.of([
          { key: 'Shift-Mod-f', run: () => (void this.format(), true) },
          { key: 'Tab', run: acceptCompletion }, // else Tab goes on to the next control, as everywhere
          ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': 'Cypher statement. Control and Enter runs it; Escape, then Tab leaves the editor', autocapitalize: 'off', spellcheck: 'false' }),
        EditorView.updateListener.of((u) => { if (u.docChanged) hooks.changed(u.state.doc.toString()) }),
      ],
    })
    this.view = new EditorView({ state, parent: root, root })
  }

  get text() {
    return this.view.state.doc.toString()
  }

  write(text: string) {
    if (text !== this.text) this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } })
  }

  focus() {
    this.view.focus()
  }

  /** Marks where the server found a fault. */
  mark(fault: Fault | null) {
    this.fault = fault?.line && fault.text === this.text ? fault : null
    forceLinting(this.view)
  }

  /** Puts the cursor where the fault is. */
  visit(fault: Fault) {
    const at = this.place(fault)
    this.view.dispatch({ selection: { anchor: at }, scrollIntoView: true })
    this.focus()
  }

  async format() {
    try {
      this.write(await this.language.format(this.text))
    } catch {
      // what does not parse stays as it is; the marks say why
    }
  }

  private place({ line = 1, column = 1 }: Fault): number {
    const { doc } = this.view.state
    const at = doc.line(Math.min(line, doc.lines))
    return Math.min(at.to, at.from + column - 1)
  }

  private async lint(text: string): Promise<Diagnostic[]> {
    await this.ready
    const found: Diagnostic[] = text.trim() ? (await this.language.lint(text)).map((r) => ({ ...r, to: Math.max(r.from, Math.min(r.to, text.length)) })) : []
    const { fault } = this
    if (!fault || fault.text !== text) return found
    const from = this.place(fault)
    const word = /^\w+/.exec(text.slice(from))?.[0].length ?? 1
    const own: Diagnostic = { from, to: Math.min(text.length, from + word), severity: 'error', source: 'Server', message: fault.detail.split('\n')[0]! }
    return [own, ...found.filter((d) => d.to < own.from || d.from > own.to)]
  }

  private async suggest(context: CompletionContext) {
    const word = context.matchBefore(/\w*/)!
    const before = context.state.sliceDoc(word.from - 1, word.from)
    if (!context.explicit && word.from === word.to && !/[:.$({[]/.test(before)) return null
    await this.ready
    const found = await this.language.complete(context.state.doc.toString(), context.pos, context.explicit)
    if (context.aborted) return null
    return { from: word.from, options: found.map(option), validFor: /^\w*$/ }
  }
}

const kinds: Record<number, string> = { 2: 'function', 3: 'function', 6: 'variable', 10: 'property', 14: 'keyword', 20: 'enum', 22: 'class', 23: 'type', 5: 'property' }

function option({ label, insert, kind, detail }: { label: string; insert?: string; kind: number; detail?: string }): Completion {
  const type = kinds[kind] ?? 'text'
  // the dollar stands there already
  const plain = label.startsWith('$') ? label.slice(1) : label
  return { label: plain, displayLabel: label, apply: insert?.startsWith('$') ? insert.slice(1) : insert ?? plain, type, detail: detail && detail.length < 60 ? detail : undefined, boost: type === 'keyword' ? -1 : 1 }
}
