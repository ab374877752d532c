import { path, query, type Change, type Ref } from '../../api'
import type { Words } from '../../words'
import { element as el, shape } from '../elements'

const labels: Record<Change, string> = { came: 'Came', went: 'Went', renamed: 'Renamed', succeeded: 'Succeeded' }

/** What became of something between two days. */
export const change = (c: Change | '' | undefined) => (c ? [' ', el('span', { class: `tag tag--${c}` }, labels[c])] : [])

/** A body as a link with its sign; with its kind in words where there is no column for it. */
export function ref(it: Ref, words: Words, asAt: string, kind = false): HTMLElement {
  const kinds = !!it.kinds?.length
  return el('span', { class: 'ref' },
    ...(kinds ? [shape(words.kind(it.kinds![0]))] : []),
    el('a', { href: path('entities', it.id) + query({ as_at: asAt }) }, it.name || it.id),
    ...(it.anonymous ? [' ', el('span', { class: 'quiet' }, '(not named)')] : []),
    ...(it.stub ? [' ', el('span', { class: 'tag tag--stub' }, 'known only by its code')] : []),
    ...(kind && kinds ? [' ', el('span', { class: 'ref__kind quiet' }, words.kindsOf(it))] : []))
}
