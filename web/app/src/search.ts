// Search as you type: makes the input of <form data-search> an ARIA combobox. The
// form still submits to its own action when nothing is chosen. What is chosen is
// announced as mapper:pick; unless somebody takes it, its page is opened.
import { get, path, query, type Hit, type Hits, type Vocabulary } from './api'
import { Words, spanWords, plural } from './words'

const pause = 150
let words: Promise<Words> | undefined
const vocabulary = () => (words ??= get<Vocabulary>('/api/vocabulary').then((v) => new Words(v)))

let forms = 0

export function start() {
  document.querySelectorAll<HTMLFormElement>('form[data-search]').forEach(enhance)
}

export function enhance(form: HTMLFormElement) {
  const input = form.querySelector<HTMLInputElement>('input[name=q], input[type=search]')
  if (!input) return
  const list = document.createElement('ul')
  const live = document.createElement('div')
  list.id = `suggest-${++forms}`
  list.className = 'suggest'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Suggestions')
  live.className = 'suggest-live nhsuk-u-visually-hidden'
  live.setAttribute('aria-live', 'polite')
  const holder = document.createElement('div')
  holder.className = 'suggest-holder'
  const early = document.activeElement === input // somebody was faster than this script
  input.after(holder)
  holder.append(input, list, live)
  if (early) input.focus() // moving it took the focus away
  for (const [name, value] of Object.entries({
    role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
  })) input.setAttribute(name, value)

  let hits: Hit[] = []
  let active = -1
  let timer = 0
  let asked: AbortController | undefined

  const close = () => {
    clearTimeout(timer)
    asked?.abort()
    list.hidden = true
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
  const pick = (hit: Hit) => {
    close()
    const taken = !form.dispatchEvent(new CustomEvent('mapper:pick', { bubbles: true, cancelable: true, detail: hit }))
    if (taken) input.value = ''
    else location.assign(path('entities', hit.id) + query({ as_at: asAt() }))
  }
  const asAt = () => new URLSearchParams(location.search).get('as_at') ?? ''
  const kind = () => String(new FormData(form).get('kind') ?? '')

  const ask = async () => {
    const q = input.value.trim()
    asked?.abort()
    if (q.length < 2) return close()
    asked = new AbortController()
    const { signal } = asked
    try {
      const [found, w] = await Promise.all([get<Hits>('/api/search', { q, kind: kind(), as_at: asAt(), limit: 8 }, signal), vocabulary()])
      if (signal.aborted) return
      hits = found.items ?? []
      list.replaceChildren(...hits.map((hit, i) => option(hit, w, `${list.id}-${i}`, q)))
      list.hidden = hits.length === 0
      input.setAttribute('aria-expanded', String(hits.length > 0))
      mark(-1)
      live.textContent = hits.length ? `${plural(hits.length, 'suggestion', 'suggestions')}, arrow keys to choose` : 'No suggestions'
    } catch {
      if (!signal.aborted) close() // the form itself still works
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
    if (step && !list.hidden) {
      event.preventDefault()
      const n = hits.length + 1 // one more than the options: back in the text
      mark(((active + 1 + step + n) % n) - 1)
    } else if (step === 1) {
      event.preventDefault()
      void ask()
    } else if (event.key === 'Enter' && hits[active] && !list.hidden) {
      event.preventDefault()
      pick(hits[active]!)
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    }
  })
  input.addEventListener('blur', () => setTimeout(close, 100))
  form.addEventListener('submit', close)
  // pointerdown would blur the input and close the list before a click lands
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const li = (event.target as Element).closest('li')
    const hit = li && hits[[...list.children].indexOf(li)]
    if (hit) pick(hit)
  })
  if (early && input.value) input.dispatchEvent(new Event('input'))
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
