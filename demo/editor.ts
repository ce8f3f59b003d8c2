import type { Page } from 'playwright-core';

/** A node on the canvas of n8n's editor. */
export function nodeNamed(page: Page, name: string): ReturnType<Page['locator']> {
	return page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);
}

/** Closes what n8n says of a run, and waits until it is gone. */
export async function closeNotices(page: Page): Promise<void> {
	const notice = page.locator('.el-notification__closeBtn');
	await notice.first().click();
	await notice.waitFor({ state: 'detached' });
	await page.getByText('Offline', { exact: true }).waitFor({ state: 'detached' });
}

/** The editor fades and slides; there is no event for its end. */
export async function settle(page: Page): Promise<void> {
	await page.mouse.move(0, 0);
	await page.waitForTimeout(1500);
}
