// The editor in the colours of the pages, which come in through the shadow root.
import { EditorView } from '@codemirror/view'

export const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--surface)', border: '1px solid var(--input)', borderRadius: '4px', fontSize: 'var(--console-size, .9375rem)' },
  '&.cm-focused': { outline: '3px solid var(--focus, #ffeb3b)', boxShadow: 'inset 0 0 0 2px var(--text)' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Consolas, "Liberation Mono", monospace', lineHeight: '1.55', maxHeight: 'var(--console-high, 55vh)', overflow: 'auto' },
  '.cm-content, .cm-gutter': { minHeight: '10rem' },
  '.cm-content': { caretColor: 'var(--text)', padding: '.5rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--quiet)', border: 'none', borderRight: '1px solid var(--hairline)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--sunken)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-wash)', outline: '1px solid var(--accent)' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', color: 'var(--text)', border: '1px solid var(--input)', borderRadius: '4px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '14rem', minWidth: '14rem', maxWidth: 'min(90vw, 34rem)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '.2rem .5rem', lineHeight: '1.4' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '.85' },
  '.cm-diagnostic': { fontFamily: 'Arial, sans-serif', whiteSpace: 'pre-wrap', maxWidth: '36rem' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--warn)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--planned)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--warn) 1.5px', textUnderlineOffset: '3px', backgroundColor: 'var(--warn-wash)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline dotted var(--planned) 2px', textUnderlineOffset: '3px' },
})
