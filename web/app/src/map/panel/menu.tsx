import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { actionsFor, pageOf } from '../actions'
import type { Controller } from '../controller'
import type { MenuAt } from '../state'
import { useStore } from '../store'

/** What can be done here, beside the pointer or the keyboard's place. */
export function Menu({ map }: { map: Controller }) {
  const { menu } = useStore(map.store)
  return menu ? <Open key={menu.id + menu.at.x + menu.at.y} map={map} menu={menu} /> : null
}

function Open({ map, menu }: { map: Controller; menu: MenuAt }) {
  const box = useRef<HTMLDivElement>(null)
  const { scene } = map.state
  const line = scene.edgeById.get(menu.id)
  const name = scene.byId.get(menu.id)?.node.name ?? (line ? map.state.words.relation(line.edge.relation).name : 'The map')
  const page = pageOf(map, menu.id)
  const close = () => {
    map.menu(null)
    map.stage.canvas.focus({ preventScroll: true })
  }
  const items = () => [...box.current!.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const go = (by: number) => {
    const all = items()
    all[(all.indexOf(document.activeElement as HTMLElement) + by + all.length) % all.length]?.focus()
  }
  useLayoutEffect(() => {
    place(box.current!, menu, map.stage.size)
    items()[0]?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    const away = (e: Event) => {
      if (!box.current?.contains(e.target as Node) && e.target !== map.stage.canvas) map.menu(null)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [])
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(1), ArrowUp: () => go(-1), Home: () => items()[0]?.focus(), End: () => items().at(-1)?.focus(), Escape: close, Tab: close,
  }
  return (
    <div ref={box} class="map-menu" role="menu" aria-label={name} onContextMenu={(e) => e.preventDefault()} onKeyDown={(e) => {
      keys[e.key]?.()
      if (keys[e.key]) e.preventDefault()
      e.stopPropagation()
    }}>
      <p class="map-menu__head" aria-hidden="true">{name}</p>
      {scene.byId.has(menu.id) && <Item label="Read and open up" act={() => map.select(menu.id)} close={close} />}
      {actionsFor(map, menu.id).map((a) => <Item key={a.label} {...a} close={close} />)}
      {page && <a role="menuitem" tabIndex={-1} href={page}>Open its page</a>}
    </div>
  )
}

function Item({ label, act, close }: { label: string; act(): unknown; close(): void }) {
  return <button type="button" role="menuitem" tabIndex={-1} onClick={() => {
    close()
    void act()
  }}>{label}</button>
}

function place(box: HTMLElement, { at }: MenuAt, size: { width: number; height: number }) {
  box.style.left = `${Math.max(4, Math.min(at.x, size.width - box.offsetWidth - 4))}px`
  box.style.top = `${Math.max(4, Math.min(at.y, size.height - box.offsetHeight - 4))}px`
}
