// On paper: picture with legend, then the page's own table, then the sources. What a
// browser's own print command finds unprepared is at least the canvas.
import type { Controller } from '../controller'
import { element as el } from '../elements'
import { dateWords, plural } from '../../words'
import { documents, picture, subtitle } from './picture'

export async function print(map: Controller, title: string, signal: AbortSignal) {
  const asked = documents(map)
  const [svg, cited] = await Promise.all([picture.svg(map, title, asked), asked])
  const url = URL.createObjectURL(svg)
  const image = el('img', { src: url, alt: `${title}. ${subtitle(map)}` }) as HTMLImageElement
  await image.decode()
  const sources = el('section', { class: 'print-only' }, el('h2', {}, 'Sources'), el('ol', {}, ...cited.map((d) => el('li', {},
    [d.title, d.publisher, d.published && dateWords(d.published), d.url, plural(d.claims, 'claim', 'claims')].filter(Boolean).join(', ')))),
    el('p', {}, `Made on ${dateWords(new Date().toISOString().slice(0, 10))} from ${location.href}`))
  const figure = el('figure', { class: 'print-only' }, image)
  const away = () => {
    figure.remove()
    sources.remove()
    URL.revokeObjectURL(url)
  }
  if (signal.aborted) return away()
  const island = map.stage.canvas.closest('[data-island]')!
  island.prepend(figure)
  island.append(sources)
  window.addEventListener('afterprint', away, { once: true })
  window.print()
}

/** Puts the canvas as it is where the picture would be. */
export function printUnprepared(map: Controller) {
  const island = map.stage.canvas.closest('[data-island]')!
  window.addEventListener('beforeprint', () => {
    if (island.querySelector('.print-only')) return
    const figure = el('figure', { class: 'print-only' }, el('img', { src: map.stage.canvas.toDataURL(), alt: subtitle(map) }))
    island.prepend(figure)
    window.addEventListener('afterprint', () => figure.remove(), { once: true })
  })
}
