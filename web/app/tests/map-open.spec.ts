import { expect, test } from '@playwright/test'
import { alone, canvas, drawn, expand, finger, open, place, rest, state, table, twins } from './map-person'

test('opening up says how many before the click, and collapsing takes them off', async ({ page }) => {
  await alone(page)
  const button = page.locator('.map-hood button').filter({ hasText: '+' }).first()
  const promised = Number((await button.textContent())!.replace(/\D/g, ''))
  await expand(page)
  expect((await drawn(page)).nodes.length).toBe(1 + promised)
  const collapse = page.getByRole('button', { name: /^Collapse/ })
  for (let i = 0; i < 5 && !(await collapse.count()); i++) await expand(page) // until something hangs on it alone
  const leaves = Number((await collapse.textContent())!.replace(/\D/g, ''))
  const before = (await drawn(page)).nodes.length
  await collapse.click()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(before - leaves)
})

test('a day changes the count that opening up promises', async ({ page }) => {
  const id = await alone(page)
  const relations = (day: string) => page.request.get(`/api/entities/${encodeURIComponent(id)}/relations?as_at=${day}`).then((r) => r.json())
  await open(page, `/map?show=${encodeURIComponent(id)}&selected=${encodeURIComponent(id)}&as_at=2020-01-01`)
  const { items } = await relations('2020-01-01')
  const all = (items ?? []).reduce((sum: number, h: { entities: number }) => sum + h.entities, 0)
  const offered = await page.locator('.map-hood button').evaluateAll((list) => list.reduce((sum, b) => sum + Number(b.textContent!.replace(/\D/g, '')), 0))
  expect(offered).toBe(all)
})

test('a large answer is a list to choose from, in three orders', async ({ page }) => {
  await open(page, '/map')
  const before = (await drawn(page)).nodes.length
  await expect(page.locator('.map-extent')).toContainText(/Shown 80 of [\d,]+ bodies/)
  await page.getByRole('button', { name: 'Choose from a list' }).click()
  const list = page.locator('[data-panel-choice]')
  await expect(list).toContainText('best connected')
  await list.locator('select').selectOption({ label: 'A to Z' })
  const names = await list.locator('.tick > span').evaluateAll((all) => all.slice(0, 20).map((n) => n.firstChild!.textContent!))
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)))
  await list.locator('input[type=checkbox]').nth(0).check()
  await list.locator('input[type=checkbox]').nth(1).check()
  await list.getByRole('button', { name: 'Add 2 selected' }).click()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(before + 2)
  await twins(page)
})

test('more of the best connected come on request', async ({ page }) => {
  await open(page, '/map')
  await page.getByRole('button', { name: 'Show 160' }).click()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(160)
  await twins(page)
})

test('hide, show again, and undo', async ({ page }) => {
  await alone(page)
  await expand(page)
  const before = await state(page)
  await page.locator('[data-panel-node]').getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(page).toHaveURL(/hide=/)
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(before.nodes.length - 1)
  expect((await drawn(page)).edges.sort()).toEqual(await table(page))
  await expect(page.locator('.map-extent')).toContainText('1 hidden')
  await page.getByRole('button', { name: 'Show again' }).click()
  await expect.poll(async () => (await state(page)).nodes).toEqual(before.nodes)
  await page.goBack()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(before.nodes.length - 1)
  await page.goBack()
  await expect.poll(() => state(page)).toEqual(before)
})

test('a line says who says so, with place, claims and Cypher', async ({ page }) => {
  await open(page, '/map')
  const line = (await drawn(page)).edges[0]!
  await open(page, `/map?selected=${encodeURIComponent(line)}`)
  const panel = page.locator('[data-panel-edge]')
  await expect(panel.locator('[data-claim]').first()).toBeVisible()
  await expect(panel).toContainText(/\d+ claims?/)
  await panel.locator('summary').click()
  await expect(panel.locator('pre')).toContainText('MATCH')
})

test('the menu of a body is there by mouse or a long press and by key, and says the same', async ({ page, isMobile }) => {
  await open(page, '/map')
  const id = (await drawn(page)).nodes[0]!.id
  const at = await place(page, id)
  await canvas(page).scrollIntoViewIfNeeded()
  const box = (await canvas(page).boundingBox())!
  if (isMobile) await finger(page, [{ x: box.x + at.x, y: box.y + at.y }], 900)
  else await canvas(page).click({ button: 'right', position: { x: at.x, y: at.y } })
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem').first()).toBeVisible()
  if (isMobile) await page.waitForTimeout(400) // the mouse events that follow a lifted finger
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  if (isMobile) return // keys belong to the desktop
  const items = await menu.getByRole('menuitem').allTextContents()
  await page.keyboard.press('Escape')
  await expect(canvas(page)).toBeFocused()
  await page.keyboard.press('n')
  await page.keyboard.press('Shift+F10')
  await expect(menu).toBeVisible()
  expect(await menu.getByRole('menuitem').allTextContents()).toEqual(items)
  await page.keyboard.press('End')
  await expect(menu.getByRole('menuitem').last()).toBeFocused()
  await page.keyboard.press('Escape')
  await rest(page)
})
