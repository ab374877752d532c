import { expect, test, type Page } from '@playwright/test'
import { apart, canvas, drawn, finger, open, place, places, rest, state, tool, twins } from './map-person'

type Way = { x: number; y: number }[]

async function mouse(page: Page, [first, ...rest]: Way) {
  await page.mouse.move(first!.x, first!.y)
  await page.mouse.down()
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 6 })
  await page.mouse.up()
}

/** Drags a body by the mouse and tells which. */
async function drag(page: Page): Promise<string> {
  const box = (await canvas(page).boundingBox())!
  const middle = ({ x, y }: { x: number; y: number }) => Math.hypot(x - box.width / 2, y - box.height / 2)
  const { id, x, y } = (await drawn(page)).nodes.sort((a, b) => middle(a) - middle(b))[0]!
  await page.mouse.move(box.x + x, box.y + y)
  await page.mouse.down()
  await page.mouse.move(box.x + x + 40, box.y + y + 50, { steps: 5 })
  await page.mouse.up()
  await expect(page).toHaveURL(/pin=/)
  await rest(page)
  return id
}

test('what is dragged is pinned: after a reload, in a copied link, and undo lets go', async ({ page, context }) => {
  await open(page, '/map')
  await canvas(page).scrollIntoViewIfNeeded()
  const before = await state(page)
  const id = await drag(page)
  const stood = await places(page)
  await page.waitForTimeout(800)
  await page.reload()
  await rest(page)
  expect(apart(await places(page), stood)).toBeLessThan(3)
  const pins = new URL(page.url()).searchParams.getAll('pin')
  expect(pins).toHaveLength(1)
  const other = await context.newPage()
  await open(other, page.url())
  await other.locator('[data-map-stage]').scrollIntoViewIfNeeded()
  const at = await place(other, id)
  await canvas(other).click({ position: { x: at.x, y: at.y } })
  await expect(other.getByRole('button', { name: 'Unpin', exact: true })).toBeVisible()
  expect(new URL(other.url()).searchParams.getAll('pin')).toEqual(pins)
  await tool(page, 'Undo').click()
  await expect.poll(() => state(page)).toEqual(before)
})

test('without dragging: a body is put where one presses, or moved by keys', async ({ page }) => {
  await open(page, '/map')
  await canvas(page).focus()
  await page.keyboard.press('n')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page).toHaveURL(/pin=/)
  await page.keyboard.press('f')
  await expect(page).not.toHaveURL(/pin=/)
  await page.keyboard.press('Enter')
  const panel = page.locator('[data-panel-node]')
  const id = (await panel.getAttribute('data-panel-node'))!
  await panel.getByText('More to do with it').click()
  await panel.getByRole('button', { name: 'Move', exact: true }).click()
  await canvas(page).click({ position: { x: 60, y: 120 } })
  await expect(page).toHaveURL(/pin=/)
  await rest(page)
  const at = await place(page, id)
  expect(Math.hypot(at.x - 60, at.y - 120)).toBeLessThan(4)
})

test('a lasso selects several, to keep, to hide, to pin', async ({ page, isMobile }) => {
  await open(page, '/map')
  await canvas(page).scrollIntoViewIfNeeded()
  const all = (await drawn(page)).nodes
  await tool(page, 'Select with a lasso').click()
  const box = (await canvas(page).boundingBox())!
  const round = [[4 / box.width, 60 / box.height], [0.5, 0.12], [0.5, 0.98], [0.01, 0.98]].map(([x, y]) => ({ x: box.x + box.width * x!, y: box.y + box.height * y! }))
  await (isMobile ? finger : mouse)(page, round)
  const several = page.locator('[data-panel-several]')
  const chosen = await several.locator('.map-hood').count()
  expect(chosen).toBeGreaterThan(1)
  expect(chosen).toBeLessThan(all.length)
  await several.getByRole('button', { name: 'Keep only these' }).click()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(chosen)
  await twins(page)
  await page.goBack()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(all.length)
})

test('several are selected by keys, and a tool takes them over', async ({ page }) => {
  await open(page, '/map')
  await canvas(page).focus()
  for (const key of ['n', 'x', 'n', 'x']) await page.keyboard.press(key)
  const several = page.locator('[data-panel-several]')
  await expect(several).toContainText('2 bodies selected')
  await several.getByRole('button', { name: 'Paths between' }).click()
  await expect(page.locator('#tool-panel')).toBeVisible()
  await expect(page.locator('#tool-panel .tool-picked li')).toHaveCount(2)
})

test('layouts, sizes and colours are in the address and come back', async ({ page }) => {
  await open(page, '/map')
  const free = await places(page)
  await tool(page, 'Arrange').click()
  const arrange = page.getByRole('group', { name: 'Arrange', exact: true })
  for (const layout of ['tree', 'circle', 'columns', 'rings']) {
    const before = await places(page)
    await arrange.getByLabel('Layout').selectOption(layout)
    await expect(page).toHaveURL(new RegExp(`layout=${layout}`))
    await expect.poll(async () => apart(await places(page), before)).toBeGreaterThan(3)
    await rest(page)
    await twins(page)
  }
  await arrange.getByLabel('Colour means').selectOption('community')
  await expect(page).toHaveURL(/colour=community/)
  await expect(page.getByRole('list', { name: 'Communities' })).toBeVisible()
  await arrange.getByLabel('Size means').selectOption('pagerank')
  await expect(page).toHaveURL(/size=pagerank/)
  await rest(page)
  for (let i = 0; i < 6; i++) {
    await page.goBack()
    await rest(page)
  }
  expect(new URL(page.url()).search).toBe('')
  expect(apart(await places(page), free)).toBeLessThan(3)
})

test('a note is written, changed, kept in the address and deleted', async ({ page }) => {
  await open(page, '/map')
  await tool(page, 'Add a note').click()
  await page.getByLabel('A note on the map').fill('Who owns this?')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page).toHaveURL(/note=/)
  await page.reload()
  await rest(page)
  await page.getByRole('button', { name: 'Change the note Who owns this?' }).click()
  await page.getByLabel('Change the note').fill('Asked on Monday')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.locator('.map-hood')).toContainText('Asked on Monday')
  await page.getByRole('button', { name: 'Change the note Asked on Monday' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page).not.toHaveURL(/note=/)
})

test('a note is dragged, or moved by keys, and its place is in the address', async ({ page, isMobile }) => {
  await open(page, '/map')
  await tool(page, 'Add a note').click()
  await page.getByLabel('A note on the map').fill('Who owns this?')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page).toHaveURL(/note=/)
  const spot = () => new URL(page.url()).searchParams.get('note')!.split('~').slice(0, 2).map(Number)
  const [before] = [spot()]
  await rest(page)
  await canvas(page).scrollIntoViewIfNeeded()
  const box = (await canvas(page).boundingBox())!
  const from = { x: box.x + box.width / 2 + 12, y: box.y + box.height / 2 + 10 } // a new note stands in the middle
  await (isMobile ? finger : mouse)(page, [from, { x: from.x + 40, y: from.y + 60 }])
  await expect.poll(() => spot()[1]! - before[1]!).toBeGreaterThan(20)
  const dragged = spot()
  await page.getByRole('button', { name: 'Move the note' }).click()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => dragged[1]! - spot()[1]!).toBeGreaterThan(10)
  expect(Math.abs(spot()[0]! - dragged[0]!)).toBeLessThanOrEqual(1)
  await page.goBack()
  await expect.poll(spot).toEqual(dragged)
})
