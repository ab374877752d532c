// What the picture cannot say itself: that it is coming, empty, stopped or failed, or that the network is gone.
import { useEffect, useState } from 'preact/hooks'
import type { Controller } from '../controller'
import { useStore } from '../store'

const soon = 250 // ms; a quicker answer needs no notice
const late = 3000

export function Message({ map }: { map: Controller }) {
  const { phase, doing, problem, graph, tool, scene } = useStore(map.store)
  const waited = useWaiting(phase === 'loading')
  const offline = useOffline()
  if (phase === 'failed') return <Failed map={map} problem={offline ? 'You are offline. The picture stays as it was; try again when you are connected.' : problem} />
  if (phase === 'loading' && waited) return <Waiting map={map} doing={doing} slow={waited >= late} />
  if (offline) return <div class="map-message map-message--top" role="status">You are offline: what is shown stays, nothing new can come.</div>
  if (tool) {
    const what = tool.name === 'lasso' ? 'Draw around bodies to select them.' : tool.name === 'note' ? 'Press where the note is to stand, or use the arrow keys and Enter.'
      : `Press where ${scene.byId.get(tool.id)?.node.name ?? 'it'} is to stand.`
    return (
      <div class="map-message map-message--top" role="status">{what}{' '}
        <button type="button" class="link" onClick={() => map.aim(null)}>Cancel</button>
      </div>
    )
  }
  return phase === 'ready' && !graph.nodes?.length ? <Empty map={map} /> : null
}

function Failed({ map, problem }: { map: Controller; problem: string }) {
  return (
    <div class="map-message map-message--failed" role="alert">
      <p>{problem}</p>
      <p class="map-about__do">
        <button type="button" class="button button--small" onClick={() => void map.load()}>Try again</button>
        {map.journey?.canUndo && <button type="button" class="button button--quiet button--small" onClick={map.undo}>Undo</button>}
      </p>
    </div>
  )
}

function Waiting({ map, doing, slow }: { map: Controller; doing: string; slow: boolean }) {
  return (
    <div class="map-message map-message--top" role="status">
      <span class="map-busy" aria-hidden="true" />{doing}…
      {slow && <> This takes longer than usual. <button type="button" class="button button--quiet button--small" onClick={() => map.stop()}>Stop</button></>}
    </div>
  )
}

function Empty({ map }: { map: Controller }) {
  const { view } = map.state
  const filtered = view.asAt || view.links || [view.relations, view.kinds, view.statuses, view.documents].some((f) => f.length)
  return (
    <div class="map-message">
      <p>{filtered ? 'Nothing stands here with these filters.' : view.hide.length ? 'All of it is hidden.' : 'There is nothing on this map.'}</p>
      {map.exploring && (
        <p class="map-about__do">
          {filtered && <button type="button" class="button button--small" onClick={() => void map.narrow({ relations: [], kinds: [], statuses: [], documents: [], links: 0, asAt: '', was: '' })}>Take off the filters and the date</button>}
          {view.hide.length > 0 && <button type="button" class="button button--quiet button--small" onClick={() => void map.showHidden()}>Show the hidden again</button>}
          <button type="button" class="button button--quiet button--small" onClick={() => void map.restart()}>Show the overview</button>
        </p>
      )}
    </div>
  )
}

/** For how many ms it has been waiting, in two steps. */
function useWaiting(on: boolean): number {
  const [waited, set] = useState(0)
  useEffect(() => {
    set(0)
    const timers = on ? [soon, late].map((ms) => setTimeout(() => set(ms), ms)) : []
    return () => timers.forEach(clearTimeout)
  }, [on])
  return on ? waited : 0
}

function useOffline(): boolean {
  const [offline, set] = useState(!navigator.onLine)
  useEffect(() => {
    const tell = () => set(!navigator.onLine)
    addEventListener('online', tell)
    addEventListener('offline', tell)
    return () => {
      removeEventListener('online', tell)
      removeEventListener('offline', tell)
    }
  }, [])
  return offline
}
