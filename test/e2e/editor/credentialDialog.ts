import type { Editor } from './panel';

/** Changes a field of the credential whose dialog is open, saves it, and gives what n8n shows of the Test that follows. */
export async function saveAndTest({ page }: Editor, field: string, value: string): Promise<string> {
	const dialog = page.locator('[data-test-id=credential-edit-dialog]');
	await dialog.locator(`[data-test-id=parameter-input-${field}] input`).fill(value);
	const tested = page.waitForResponse((response) => response.url().endsWith('/rest/credentials/test'));
	await page.locator('[data-test-id=credential-save-button]').click();
	await tested;
	const more = dialog.getByText('More details');
	await more.click({ timeout: 2000 }).catch(() => undefined);
	return await dialog.innerText();
}
