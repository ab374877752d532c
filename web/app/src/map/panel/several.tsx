import type { Controller } from '../controller'
import { plural } from '../../words'
import { Icon } from './icon'

/** Several bodies at once: who they are, and what can be done with all of them. */
export function Several({ map }: { map: Controller }) {
  const nodes = map.selection
  const ids = nodes.map((n) => n.id)
  const { scene } = map.state
  const pinned = ids.every((id) => scene.byId.get(id)?.pinned)
  const ask = (tool: string) => document.dispatchEvent(new CustomEvent('mapper:tool', { detail: tool }))
  const buttons: [string, () => unknown, boolean?][] = [
    ['Keep only these', () => map.keepOnly(ids)], ['Hide', () => map.hide(...ids)],
    [pinned ? 'Unpin' : 'Pin', () => (pinned ? map.unpin(...ids) : map.pin(...ids))],
    ['Paths between', () => ask('Paths'), ids.length > 5], ['What they share', () => ask('In common'), ids.length > 10],
    ['Let go', () => map.select('')],
  ]
  return (
    <section class="map-about" data-panel-several>
      <h2>{plural(ids.length, 'body', 'bodies')} selected</h2>
      <p class="map-about__do">
        {buttons.filter(([, , off]) => !off).map(([label, act]) => <button key={label} type="button" class="button button--quiet button--small" onClick={() => void act()}>{label}</button>)}
      </p>
      <ul class="map-hoods" aria-label="Selected">
        {nodes.map((n) => {
          const at = scene.byId.get(n.id)!
          return (
            <li key={n.id} class="map-hood">
              <span><Icon icon={at.icon} colour={map.stage.colour(at.colour)} /> {n.name}</span>
              <button type="button" class="button button--quiet button--small" aria-label={`Leave out ${n.name}`} onClick={() => map.toggle(n.id)}>×</button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
