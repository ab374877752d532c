// The map island: reads the data that the server wrote into the page and takes over.
import { render } from 'preact'
import type { Subgraph, Vocabulary } from '../api'
import { Words } from '../words'
import { nowhere, readView } from './address'
import { Controller } from './controller'
import { enhanceDate, enhanceFilters } from './filters'
import * as keys from './keys'
import * as pointer from './pointer'
import { Legend } from './panel/legend'
import { Over } from './panel/over'
import { Panel } from './panel/panel'
import { buildScene } from './scene'
import { Stage } from './stage'
import { Store } from './store'
import { keepTwin } from './twin'
import type { Mode, MapState } from './state'
import './map.css'

interface Data { map: Subgraph; vocabulary: Vocabulary; query?: { selected?: string } | null; asAt?: string | null }

const none: Subgraph = { nodes: [], edges: [], shown: 0, total: 0 }

export function mount(island: HTMLElement) {
  const data: Data | null = JSON.parse(island.querySelector('script[data-for=map]')?.textContent ?? 'null')
  const box = island.querySelector<HTMLElement>('[data-map-stage]')
  if (!data || !box) return
  const mode = (island.dataset.mode ?? 'embedded') as Mode
  const words = new Words(data.vocabulary)
  const own = mode !== 'embedded'
  const store = new Store<MapState>({
    mode, words, graph: data.map, scene: buildScene(none, words, new Map()), phase: 'ready', problem: '',
    view: own ? readView(location.search) : { ...nowhere, asAt: data.asAt ?? '' },
    cursor: '', centre: own ? '' : data.query?.selected ?? '', chosen: new Set(), choice: null, draft: null,
    tool: null, menu: null, measured: null, doing: '', said: '',
  })
  const canvas = makeCanvas(data.map)
  const over = document.createElement('div')
  box.replaceChildren(canvas, over)
  const map = new Controller(store, new Stage(canvas))
  render(<Over map={map} />, over)
  fill(island.querySelector('[data-map-details]'), (details) => <Panel map={map} box={details} />)
  watch(map)
  pointer.listen(map)
  keys.listen(map)
  if (own) {
    keepTwin(island, store)
    document.querySelectorAll<HTMLFormElement>('form[data-map-filters]').forEach((form) => enhanceFilters(form, map))
    document.querySelectorAll<HTMLFormElement>('form[data-asat]').forEach((form) => enhanceDate(form, map))
  }
  mountRest(island, map)
  map.stage.resize()
  void map.start().then(() => fill(island.querySelector('.legend'), () => <Legend map={map} />))
}

/** What the first picture does not wait for. */
function mountRest(island: HTMLElement, map: Controller) {
  const [tools, time] = ['[data-map-tools]', '[data-map-time]'].map((place) => island.querySelector<HTMLElement>(place))
  if (tools) void import('./tools').then((it) => it.mountTools(map, tools))
  if (time) void import('./time').then((it) => it.mountTime(map, time))
}

function fill(place: HTMLElement | null, what: (place: HTMLElement) => preact.ComponentChild) {
  if (!place) return
  place.replaceChildren()
  render(what(place), place)
}

function makeCanvas(graph: Subgraph): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.className = 'map-canvas'
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'application')
  canvas.setAttribute('aria-roledescription', 'map')
  canvas.setAttribute('aria-label', `Map of ${graph.nodes?.length ?? 0} bodies; the table below says the same`)
  canvas.setAttribute('aria-describedby', 'map-keys')
  return canvas
}

/** The picture follows the state. */
function watch({ store, stage }: Controller) {
  const follow = ({ view, cursor, centre, chosen }: MapState, before?: MapState) => {
    if (before && view.selected === before.view.selected && cursor === before.cursor && chosen === before.chosen) return
    // the ring of the keyboard is not for those who use a mouse
    const ring = stage.canvas.matches(':focus-visible') ? cursor : ''
    stage.attention = { hover: stage.attention.hover, selected: view.selected, cursor: ring, centre, chosen }
    stage.invalidate()
  }
  store.on(follow)
  follow(store.get())
}
