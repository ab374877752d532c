// The page's own forms narrow and date the map without a reload; without JavaScript
// they submit to the same address.
import { query } from '../api'
import { dateWords } from '../words'
import { readView, writeView, type View } from './address'
import { element } from './elements'
import type { Controller } from './controller'

const fields = { relation: 'relations', kind: 'kinds', status: 'statuses', document: 'documents' } as const
const open: Partial<View> = { relations: [], kinds: [], statuses: [], documents: [], links: 0 }
type Field = keyof typeof fields

export function enhanceFilters(form: HTMLFormElement, map: Controller) {
  const read = (): Partial<View> => {
    const data = new FormData(form)
    const lists = Object.fromEntries(Object.entries(fields).map(([name, key]) => [key, data.getAll(name).map(String)]))
    return { ...lists, links: Math.max(0, Math.trunc(Number(data.get('links'))) || 0) }
  }
  const write = (view: View) => {
    for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
      const key = fields[box.name as Field]
      if (key) box.checked = view[key].includes(box.value)
    }
    const links = form.querySelector<HTMLInputElement | HTMLSelectElement>('[name=links]')
    if (links) links.value = view.links ? String(view.links) : ''
    for (const menu of form.querySelectorAll('details')) {
      const name = menu.querySelector('input')?.name as Field
      if (!fields[name]) continue
      const [summary, chosen] = [menu.querySelector('summary'), view[fields[name]]?.length]
      if (summary) summary.textContent = `${summary.textContent!.split(':')[0]}: ${chosen ? `${chosen} chosen` : name === 'status' ? 'any' : 'all'}`
    }
  }
  const [all, whole] = extras(form)
  const offer = (view: View) => {
    all.hidden = !view.links && !Object.values(fields).some((key) => view[key].length)
    whole.hidden = !view.show.length
  }
  offer(map.state.view)
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    void map.narrow(open)
  })
  form.addEventListener('change', () => void map.narrow(read()))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    form.querySelectorAll('details[open]').forEach((menu) => menu.removeAttribute('open'))
    void map.narrow(read())
  })
  document.addEventListener('click', (event) => { // a menu closes when the reader turns elsewhere
    for (const menu of form.querySelectorAll('details[open]')) if (!menu.contains(event.target as Node)) menu.removeAttribute('open')
  })
  follow(map, (view) => {
    write(view)
    offer(view)
  })
}

/** The ways back, which the server writes only where they lead somewhere. */
function extras(form: HTMLFormElement): [HTMLElement, HTMLAnchorElement] {
  form.querySelectorAll('a').forEach((link) => link.remove())
  const all = element('button', { type: 'reset', class: 'button button--quiet button--small' }, 'Show all')
  const whole = element('a', { class: 'filters__end', href: '/map' + query({ as_at: readView(location.search).asAt }) }, 'Start from the whole map')
  form.append(all, whole)
  return [all, whole as HTMLAnchorElement]
}

/** The day of the whole page: the map is drawn anew and the page's links follow. */
export function enhanceDate(form: HTMLFormElement, map: Controller) {
  const input = form.querySelector<HTMLInputElement>('input[name=as_at]')
  if (!input) return
  const apply = (event: Event) => {
    event.preventDefault()
    if (input.checkValidity() && input.value !== map.state.view.asAt) void map.narrow({ asAt: input.value })
  }
  input.addEventListener('change', apply)
  form.addEventListener('submit', apply)
  follow(map, (view, before) => {
    input.value = view.asAt
    if (view.asAt === before.asAt) return
    form.classList.toggle('asat--set', !!view.asAt)
    for (const stale of form.querySelectorAll('.asat__says, .asat__clear')) stale.remove()
    if (view.asAt) {
      form.prepend(element('p', { class: 'asat__says', role: 'status' }, 'Showing what stood on ', element('strong', {}, dateWords(view.asAt))))
      form.append(element('a', { class: 'asat__clear', href: location.pathname + writeView({ ...view, asAt: '' }) }, 'Clear ', element('span', { class: 'visually-hidden' }, 'the date')))
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]:not(.asat__clear)')) link.href = dated(link, view.asAt)
  })
}

function dated(link: HTMLAnchorElement, day: string): string {
  const url = new URL(link.href)
  url.searchParams.delete('as_at')
  if (day) url.searchParams.set('as_at', day)
  return url.pathname + url.search + url.hash
}

/** What the server wrote is right at first; afterwards the form follows the view. */
function follow(map: Controller, write: (view: View, before: View) => void) {
  map.store.on((now, before) => {
    if (now.view !== before.view) write(now.view, before.view)
  })
}
