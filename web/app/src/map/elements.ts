// The small parts of web/pages/parts.html, for what is written after the page has come.
import type { Kind, Status } from '../api'
import { statuses } from '../words'
import { dashes } from './paint'
import { outline } from './shapes'

type Child = string | HTMLElement | SVGElement

export function element(name: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const it = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value)
  it.append(...children)
  return it
}

function svg(box: string, width: number, height: number, css: string, paths: Record<string, string>[]): SVGElement {
  const make = (name: string, attributes: Record<string, string>) => {
    const it = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value)
    return it
  }
  const it = make('svg', { class: css, viewBox: box, width: String(width), height: String(height), 'aria-hidden': 'true', focusable: 'false' })
  it.append(...paths.map((p) => make('path', p)))
  return it
}

export const shape = (kind: Kind) => svg('-10 -10 20 20', 14, 14, 'shape', [{ d: outline(kind.icon), fill: kind.colour }])

export function tag(status: Status): HTMLElement {
  const line = { d: 'M1 4H25', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-dasharray': dashes[status].join(' '), 'stroke-linecap': status === 'opinion' ? 'round' : 'butt' }
  const cross = status === 'denied' ? [{ d: 'M10 1L16 7M16 1L10 7', stroke: 'currentColor', 'stroke-width': '2' }] : []
  return element('span', { class: `tag tag--${status}` }, svg('0 0 26 8', 26, 8, 'line', [line, ...cross]), statuses[status])
}
