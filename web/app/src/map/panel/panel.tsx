import { useEffect, useRef } from 'preact/hooks'
import type { Hit } from '../../api'
import type { Controller } from '../controller'
import { useStore } from '../store'
import { Choose } from './choose'
import { EdgePanel } from './edge'
import { NodePanel } from './node'

/** Beside the picture: a way to add to it, and what is selected, else how to begin. */
export function Panel({ map, box }: { map: Controller; box: HTMLElement }) {
  const { view, scene, choice } = useStore(map.store)
  const node = scene.byId.get(view.selected)
  const edge = scene.edgeById.get(view.selected)
  const open = !!(choice || node || edge)
  useEffect(() => {
    box.classList.toggle('is-open', open)
    box.scrollTop = 0
  }, [open, view.selected, choice])
  return (
    <>
      {map.exploring && <Add map={map} />}
      {open && !choice && <button type="button" class="map-close" aria-label="Close" onClick={() => map.select('')}>×</button>}
      {choice ? <Choose key={choice.of + choice.hood.relation + choice.hood.direction} map={map} choice={choice} />
        : node ? <NodePanel key={node.id} map={map} at={node} />
        : edge ? <EdgePanel key={edge.id} map={map} at={edge} />
        : <p class="quiet">Choose a sign to read about it{map.exploring && ' and open up what it is joined to'}, or a line to see who says so and where.</p>}
    </>
  )
}

function Add({ map }: { map: Controller }) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current!.addEventListener('mapper:pick', (event) => {
      event.preventDefault()
      void map.addHit((event as CustomEvent<Hit>).detail)
    })
    void import('../../search').then((search) => search.enhance(form.current!))
  }, [])
  return (
    <form ref={form} class="find map-add" action="/search" method="get" role="search" aria-label="Add to the map">
      <label class="visually-hidden" for="map-add">Add to the map</label>
      <input class="field field--small" id="map-add" type="search" name="q" placeholder="Add to the map" autocomplete="off" spellcheck={false} />
    </form>
  )
}
