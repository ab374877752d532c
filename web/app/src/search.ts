// Search as you type: makes the input of <form data-search> an ARIA combobox. The
// form still submits to its own action when nothing is chosen; one that picks
// (data-search="pick") takes the best hit instead, and a field of another form
// (data-search="fill" around it) only what is chosen. What is chosen is announced as
// mapper:pick; unless somebody takes it, its page is opened, with Ctrl the map.
import { get, path, query, type Hit, type Hits, type Vocabulary } from './api'
import { Words, spanWords, plural } from './words'

const pause = 150
const hint = 'A kind and a colon first look only among that kind.'
let words: Promise<Words> | undefined
const vocabulary = () => (words ??= get<Vocabulary>('/api/vocabulary').then((v) => new Words(v)))

let forms = 0

export function start() {
  document.querySelectorAll<HTMLFormElement>('form[data-search]').forEach(enhance)
}

export function enhance(form: HTMLElement) {
  const input = form.querySelector<HTMLInputElement>('input[name=q], input[type=search]')
  if (!input) return
  const picks = form.dataset.search === 'pick'
  const fills = form.dataset.search === 'fill'
  const drop = document.createElement('div')
  const list = document.createElement('ul')
  const tip = document.createElement('p')
  const live = document.createElement('div')
  list.id = `suggest-${++forms}`
  drop.className = 'suggest'
  drop.hidden = true
  list.className = 'suggest-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Suggestions')
  tip.id = `${list.id}-hint`
  tip.className = 'suggest-hint'
  drop.append(list, tip)
  live.className = 'suggest-live nhsuk-u-visually-hidden'
  live.setAttribute('aria-live', 'polite')
  const holder = document.createElement('div')
  holder.className = 'suggest-holder'
  const early = document.activeElement === input // somebody was faster than this script
  input.after(holder)
  holder.append(input, drop, live)
  if (early) input.focus() // moving it took the focus away
  for (const [name, value] of Object.entries({
    role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-describedby': [input.getAttribute('aria-describedby'), tip.id].filter(Boolean).join(' '),
  })) input.setAttribute(name, value)

  let hits: Hit[] = []
  let of = '' // what they were found by
  let active = -1
  let timer = 0
  let asked: AbortController | undefined

  const adds = () => picks || !!document.querySelector('[data-map-tools]')
  const keys = () => fills ? 'Enter takes it. ' : (adds() ? 'Enter adds it to the map. ' : 'Enter opens it, Ctrl+Enter shows it on the map. ')
  const show = (says: string) => {
    tip.textContent = says
    drop.hidden = false
  }
  const close = () => {
    clearTimeout(timer)
    asked?.abort()
    drop.hidden = true
    mark(-1)
    input.setAttribute('aria-expanded', 'false')
  }
  const mark = (next: number) => {
    active = next
    list.childNodes.forEach((li, i) => (li as Element).setAttribute('aria-selected', String(i === active)))
    const option = list.children[active]
    if (option) {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }
  const pick = (hit: Hit, toMap = false) => {
    close()
    const taken = !form.dispatchEvent(new CustomEvent('mapper:pick', { bubbles: true, cancelable: true, detail: hit }))
    if (taken) input.value = ''
    else if (toMap) location.assign('/map' + query({ show: hit.id, as_at: asAt(), selected: hit.id }))
    else location.assign(path('entities', hit.id) + query({ as_at: asAt() }))
  }
  const asAt = () => new URLSearchParams(location.search).get('as_at') ?? ''
  const kind = () => (form instanceof HTMLFormElement ? String(new FormData(form).get('kind') ?? '') : '')

  const ask = async () => {
    const q = input.value.trim()
    asked?.abort()
    if (q.length < 2) return close()
    asked = new AbortController()
    const { signal } = asked
    try {
      const [found, w] = await Promise.all([get<Hits>('/api/search', { q, kind: kind(), as_at: asAt(), limit: 8 }, signal), vocabulary()])
      if (signal.aborted) return
      const chosen = drop.hidden ? undefined : hits[active]?.id
      hits = found.items ?? []
      of = q
      const typed = q.replace(/^[^:]*:\s*/, '') || q // what stands behind the kind is what names are looked up by
      list.replaceChildren(...hits.map((hit, i) => option(hit, w, `${list.id}-${i}`, typed)))
      list.hidden = hits.length === 0
      show(hits.length ? keys() + only(hits[0]!, q, w) : `Nothing is called so. ${hint}`)
      input.setAttribute('aria-expanded', String(hits.length > 0))
      mark(hits.findIndex((hit) => hit.id === chosen)) // a late answer takes no choice away
      live.textContent = hits.length ? `${plural(hits.length, 'suggestion', 'suggestions')}, arrow keys to choose` : `No suggestions. ${hint}`
    } catch (err) {
      if (signal.aborted) return
      hits = []
      of = ''
      list.replaceChildren()
      list.hidden = true
      show((err as Error).message) // a kind that is not known, or no server; the form itself still works
      live.textContent = (err as Error).message
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, pause)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step && !drop.hidden && hits.length) {
      event.preventDefault()
      const n = hits.length + 1 // one more than the options: back in the text
      mark(((active + 1 + step + n) % n) - 1)
    } else if (step === 1) {
      event.preventDefault()
      void ask()
    } else if (event.key === 'Enter' && hits[active] && !drop.hidden) {
      event.preventDefault()
      pick(hits[active]!, event.ctrlKey || event.metaKey)
    } else if (event.key === 'Enter' && picks) {
      event.preventDefault()
      clearTimeout(timer)
      void (of === input.value.trim() && !drop.hidden ? Promise.resolve() : ask()).then(() => hits[0] && pick(hits[0]))
    } else if (event.key === 'Escape' && !drop.hidden) {
      event.preventDefault()
      close()
    }
  })
  input.addEventListener('blur', () => setTimeout(close, 100))
  form.addEventListener('submit', close)
  // pointerdown would blur the input and close the list before a click lands
  drop.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const li = (event.target as Element).closest('li')
    const hit = li && hits[[...list.children].indexOf(li)]
    if (hit) pick(hit, event.ctrlKey || event.metaKey)
  })
  tip.textContent = hint
  if (early && input.value) input.dispatchEvent(new Event('input'))
}

/** How to look only among the like of a hit, until one does. */
function only(hit: Hit, typed: string, words: Words): string {
  const kind = words.kind(hit.kinds?.[0])
  return typed.includes(':') || !hit.kinds?.length ? '' : `“${kind.label.toLowerCase()}: ${typed}” looks only among ${kind.plural.toLowerCase()}.`
}

/** What of a hit matched when its name did not: a code with the dates it was borne, or another name. */
function found(hit: Hit): string {
  if (hit.codes?.length) return hit.codes.map((c) => [`${c.scheme}:${c.value}`, spanWords(c)].filter(Boolean).join(' ')).join(', ')
  return hit.matched ? `also ${hit.matched}` : ''
}

function option(hit: Hit, words: Words, id: string, typed: string): HTMLLIElement {
  const li = document.createElement('li')
  li.id = id
  li.className = 'suggest-item'
  li.setAttribute('role', 'option')
  const name = document.createElement('span')
  name.className = 'suggest-name'
  const at = hit.name.toLowerCase().indexOf(typed.toLowerCase())
  if (at < 0) name.textContent = hit.name
  else {
    const mark = document.createElement('mark')
    mark.textContent = hit.name.slice(at, at + typed.length)
    name.append(hit.name.slice(0, at), mark, hit.name.slice(at + typed.length))
  }
  const about = document.createElement('span')
  about.className = 'suggest-about'
  about.textContent = [words.kindsOf(hit), spanWords(hit), hit.stub && 'known only by its code', found(hit)].filter(Boolean).join(' · ')
  li.append(name, about)
  return li
}
