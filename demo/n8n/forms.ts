import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { listAt, textAt } from '../json';
import type { Execution } from './execution';
import { executionOf } from './execution';
import type { Session } from './session';
import { publish } from './workflows';

/** A form with one field, which takes a file. */
interface Upload {
	/** The path of the form's address, as its trigger says. */
	form: string;
	/** The file to upload. */
	file: string;
}

/**
 * Switches on a workflow that begins with a form, uploads a file there as a visitor would, and waits until the execution this begins has ended.
 *
 * @throws Error when n8n does not take the file
 */
export async function runByUpload(session: Session, id: string, upload: Upload, signal: AbortSignal): Promise<Execution> {
	await publish(session, id);
	await submit(`${session.url}/form/${upload.form}`, upload.file, signal);
	for (;;) {
		const [begun] = listAt(await session.api('GET', `/executions?workflowId=${id}`), 'data');
		if (begun !== undefined) return await executionOf(session, textAt(begun, 'id'), signal);
		await wait(200, undefined, { signal });
	}
}

/** A form answers up to half a second after it was switched on. */
async function submit(address: string, file: string, signal: AbortSignal): Promise<void> {
	for (;;) {
		const form = new FormData();
		form.set('field-0', await openAsBlob(file, { type: 'text/csv' }), path.basename(file));
		const answer = await fetch(address, { method: 'POST', body: form, headers: { Connection: 'close' }, signal });
		if (answer.ok) return;
		if (answer.status !== 404) throw new Error(`n8n answered ${answer.status} to the upload of ${path.basename(file)}.`);
		await wait(200, undefined, { signal });
	}
}
