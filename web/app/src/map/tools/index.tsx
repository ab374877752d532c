// Tools on the map's page, and its searches, which add to the map.
import { render } from 'preact'
import type { Hit } from '../../api'
import type { Controller } from '../controller'
import { Bar } from './bar'
import { printUnprepared } from './print'
import './tools.css'

export function mountTools(map: Controller, place: HTMLElement) {
  place.replaceChildren()
  place.classList.add('tools')
  render(<Bar map={map} />, place)
  printUnprepared(map)
  // a search that no form has taken for itself adds to the map
  document.addEventListener('mapper:pick', (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    void map.addHit((event as CustomEvent<Hit>).detail)
  })
}
