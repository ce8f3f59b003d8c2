import { readFile } from 'node:fs/promises';

import type { Books } from './accounting';
import { findingsIn } from './accounting';
import { readContacts } from './contacts';
import type { Execution } from './n8n/execution';
import { runByUpload } from './n8n/forms';
import { withN8n } from './n8n/server';
import { tableOf } from './report';
import type { Stage, StageWish } from './stage';
import { contactsFile, putUp } from './stage';
import { step } from './step';

/**
 * The main job without a browser: sends the contacts through the workflow in n8n, prints a table, and checks every contact.
 *
 * @returns whether every contact is accounted for
 * @throws Error when something could not be started or the workflow did not end well
 */
export async function sendOnce(wish: Omit<StageWish, 'speed'>, tell: (line: string) => void): Promise<boolean> {
	const started = Date.now();
	const stage = await putUp({ ...wish, speed: 1 });
	const { simulator } = stage;
	const contacts = readContacts(await readFile(contactsFile, 'utf8'));
	const workflowStarted = Date.now();
	const execution = await step(`${contacts.length} contacts through "Campaign from a CSV"`, () => runCampaign(stage, wish.signal));
	const workflowTime = Date.now() - workflowStarted;
	const books = booksOf(execution, stage);
	const { length: requests } = simulator.requests;
	const nodeTime = execution.timeOf('Cascade Messaging');
	const figures = { contacts: contacts.length, sent: books.sent.length, notSent: books.notSent, requests, nodeTime, workflowTime };
	tell(tableOf({ ...figures, totalTime: Date.now() - started }));
	const findings = findingsIn(contacts, books);
	tell(findings.length === 0 ? `All ${contacts.length} contacts are accounted for.` : 'These do not fit:');
	for (const finding of findings) tell(finding);
	return findings.length === 0;
}

async function runCampaign({ session, workflows, n8n }: Stage, signal: AbortSignal): Promise<Execution> {
	const execution = await withN8n(
		n8n,
		runByUpload(session, workflows['campaign-from-csv'], { form: 'campaign-from-csv', file: contactsFile }, signal),
	);
	if (execution.status === 'success') return execution;
	throw new Error(`The workflow ended with "${execution.status}": ${execution.message ?? 'n8n gives no reason'}`);
}

function booksOf(execution: Execution, { simulator }: Stage): Books {
	return {
		sent: execution
			.itemsOf('Sent')
			.map(({ order, phone, messageId }) => ({ order: word(order), phone: word(phone), messageId: word(messageId) })),
		notSent: execution.itemsOf('Not Sent').map(({ order, reason }) => ({ order: word(order), reason: word(reason) })),
		held: simulator.messages.map(({ id, phone, content }) => ({ id, phone, text: Object.values(content.texts).join('\n') })),
	};
}

function word(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
