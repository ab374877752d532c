// Time on the map's page: the years under the picture.
import { render } from 'preact'
import type { Controller } from '../controller'
import { Difference } from './compare'
import { Time } from './time'
import './time.css'

export function mountTime(map: Controller, place: HTMLElement) {
  document.querySelector('[data-map-compared]')?.remove() // the island says it from now on
  place.replaceChildren()
  place.classList.add('time')
  place.setAttribute('role', 'group')
  place.setAttribute('aria-label', 'Time')
  render(<><Time map={map} /><Difference map={map} /></>, place)
}
