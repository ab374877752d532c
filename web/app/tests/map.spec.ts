import { expect, test } from '@playwright/test'
import { alone, apart, canvas, drawn, expand, open, places, rest, state, tool, twins } from './map-person'

test('the table and the outline have the bodies and lines of the picture', async ({ page }) => {
  for (const address of ['/', '/map', '/map?status=planned', '/map?as_at=2015-01-01', '/map?layout=circle&links=2']) {
    await open(page, address)
    await twins(page)
  }
  await page.locator('[data-map-outline] > summary').click()
  await page.locator('[data-map-filters] summary').first().click()
  await page.locator('[data-map-filters] input[name=relation]').first().check()
  await expect(page).toHaveURL(/relation=/)
  await rest(page)
  await twins(page)
  const bodies = await page.locator('[data-body]').evaluateAll((all) => all.map((b) => (b as HTMLElement).dataset.body!).sort())
  expect(bodies).toEqual((await state(page)).nodes)
})

test('what the page writes is what the server writes, row for row', async ({ page }) => {
  await open(page, '/map?status=planned')
  const rows = () => page.locator('tr[data-edge]').evaluateAll((all) => all.map((r) => r.textContent!.replace(/\s+/g, '')))
  const bodies = () => page.locator('[data-body]').evaluateAll((all) => all.map((r) => r.textContent!.replace(/\s+/g, '')))
  const [table, outline] = [await rows(), await bodies()]
  await page.locator('[data-map-outline] > summary').click()
  await page.locator('[data-map-filters]').getByRole('button', { name: 'Show all' }).click()
  await rest(page)
  await page.goBack()
  await rest(page)
  expect(await rows()).toEqual(table)
  expect(await bodies()).toEqual(outline)
})

test('Back and Forward restore the map after expansions, also after a reload', async ({ page }) => {
  await alone(page)
  const seen = [await state(page)]
  const stood = [await places(page)]
  for (let i = 0; i < 3; i++) {
    await expand(page)
    seen.push(await state(page))
    stood.push(await places(page))
    await twins(page)
  }
  await page.waitForTimeout(800) // the places are kept with the entry
  await page.reload()
  await rest(page)
  expect(apart(await places(page), stood[3]!)).toBeLessThan(3)
  for (let i = 2; i >= 0; i--) {
    await page.goBack()
    await expect.poll(() => state(page)).toEqual(seen[i])
    await rest(page)
    expect(apart(await places(page), stood[i]!)).toBeLessThan(3)
    await twins(page)
  }
  await page.goForward()
  await expect.poll(() => state(page)).toEqual(seen[1])
})

test('undo and redo by buttons and keys', async ({ page }) => {
  await alone(page)
  await expect(tool(page, 'Undo')).toBeDisabled()
  const before = await state(page)
  await expand(page)
  const after = await state(page)
  await tool(page, 'Undo').click()
  await expect.poll(() => state(page)).toEqual(before)
  await expect(tool(page, 'Undo')).toBeDisabled()
  await tool(page, 'Redo').click()
  await expect.poll(() => state(page)).toEqual(after)
  await canvas(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => state(page)).toEqual(before)
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => state(page)).toEqual(after)
  await page.keyboard.press('Control+z')
  await expect.poll(() => state(page)).toEqual(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => state(page)).toEqual(after)
})

test('a filter narrows the map and its address, and Back takes it off', async ({ page }) => {
  await open(page, '/map')
  const before = await state(page)
  await page.locator('[data-map-filters] summary').first().click()
  await page.locator('[data-map-filters] input[name=relation]').first().check()
  await expect(page).toHaveURL(/relation=/)
  await expect.poll(async () => (await drawn(page)).edges.length).toBeLessThan(before.edges.length)
  await page.goBack()
  await expect.poll(() => state(page)).toEqual(before)
})
