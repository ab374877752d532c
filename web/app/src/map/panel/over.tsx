import type { Controller } from '../controller'
import { useStore } from '../store'
import { Help } from './help'
import { looking } from './keywords'
import { Menu } from './menu'
import { Message } from './message'
import { Toolbar } from './toolbar'

/** What lies over the canvas: buttons, messages, and the words for a screen reader. */
export function Over({ map }: { map: Controller }) {
  return (
    <>
      <Toolbar map={map} />
      <Message map={map} />
      {map.exploring && <Menu map={map} />}
      {map.exploring && <Help map={map} />}
      <Said map={map} />
    </>
  )
}

function Said({ map }: { map: Controller }) {
  const { said } = useStore(map.store)
  const help = looking.map(([keys, what]) => `${keys}: ${what}`).join('; ') + (map.exploring ? '. Question mark: all keys.' : '.')
  return (
    <>
      <div id="map-keys" class="visually-hidden">{help}</div>
      <div class="visually-hidden" aria-live="polite" data-map-said>{said}</div>
    </>
  )
}
