import { useEffect, useState } from 'preact/hooks'
import type { Controller } from '../controller'
import { zoomAt } from '../camera'
import { help } from '../keys'
import { useStore } from '../store'

/** What lies over the canvas: buttons, messages, and the words for a screen reader. */
export function Over({ map }: { map: Controller }) {
  return (
    <>
      <Buttons map={map} />
      <Message map={map} />
      <Said map={map} />
    </>
  )
}

const drawings: Record<string, string> = {
  in: 'M10 4V16M4 10H16', out: 'M4 10H16', fit: 'M3 7V3H7M13 3H17V7M17 13V17H13M7 17H3V13',
  again: 'M16 10A6 6 0 1 1 14 5.5M14.5 2V6H10.5',
}

function Buttons({ map }: { map: Controller }) {
  const zoom = (factor: number) => () => {
    const { stage } = map
    stage.settle()
    stage.lookAt(zoomAt(stage.camera, stage.size, { x: stage.size.width / 2, y: stage.size.height / 2 }, factor))
    map.save()
  }
  const buttons: [string, string, () => void][] = [
    ['in', 'Zoom in', zoom(1.4)], ['out', 'Zoom out', zoom(1 / 1.4)], ['fit', 'Show all', () => map.fit()], ['again', 'Arrange afresh', () => void map.rearrange()],
  ]
  return (
    <div class="map__tools" role="group" aria-label="Picture">
      {buttons.map(([name, label, act]) => (
        <button key={name} type="button" class="button button--quiet button--small map-tool" aria-label={label} title={label} onClick={act}>
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
            <path d={drawings[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
          </svg>
        </button>
      ))}
    </div>
  )
}

function Message({ map }: { map: Controller }) {
  const { phase, problem, graph, view } = useStore(map.store)
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (phase !== 'loading') return
    const timer = setTimeout(() => setLate(true), 250) // a quick answer needs no notice
    return () => clearTimeout(timer)
  }, [phase])
  if (phase === 'failed') {
    return (
      <div class="map-message map-message--failed" role="alert">
        <p>{problem}</p>
        <button type="button" class="button button--small" onClick={() => void map.load()}>Try again</button>
      </div>
    )
  }
  if (phase === 'loading') return late ? <div class="map-message map-message--loading">Loading…</div> : null
  if (graph.nodes?.length) return null
  const narrowed = view.asAt || view.relations.length || view.kinds.length || view.statuses.length
  return (
    <div class="map-message map-message--empty">
      <p>{narrowed ? 'Nothing stands here with these filters.' : 'There is nothing on this map.'}</p>
      {map.exploring && <button type="button" class="button button--quiet button--small" onClick={() => void map.restart()}>Show the overview</button>}
    </div>
  )
}

function Said({ map }: { map: Controller }) {
  const { said } = useStore(map.store)
  return (
    <>
      <div id="map-keys" class="visually-hidden">{help}</div>
      <div class="visually-hidden" aria-live="polite" data-map-said>{said}</div>
    </>
  )
}
