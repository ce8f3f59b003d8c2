import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { isRecord, listAt, textAt } from '../json';
import type { CredentialName } from './credential';
import type { Session } from './session';

/** The examples of `workflows/`, by file name. */
export const EXAMPLES = [
	'campaign-from-csv',
	'campaign-in-waking-hours',
	'crm-to-contact-list',
	'form-to-cascade',
	'outcome-to-crm',
	'preview-ask-send',
	'reply-to-a-human',
	'send-wait-branch',
	'poll-loop-with-wait',
	'unsubscribed-to-stop-list',
] as const;

/** The name of an example. */
export type Example = (typeof EXAMPLES)[number];

const examplesFolder = path.join(__dirname, '..', '..', 'workflows');

/**
 * Puts an example of `workflows/` into n8n, with the credential filled in.
 *
 * @param name the file name without `.json`
 * @returns the workflow's ID
 */
export async function importExample({ api }: Session, name: Example, credential: CredentialName): Promise<string> {
	const example: unknown = JSON.parse(await readFile(path.join(examplesFolder, `${name}.json`), 'utf8'));
	return textAt(await api('POST', '/workflows', filledIn(example, credential)), 'id');
}

/** A workflow with the credential in every node of ours. */
export function filledIn(workflow: unknown, credential: CredentialName): unknown {
	if (!isRecord(workflow)) throw new Error('This is no workflow.');
	return { ...workflow, nodes: listAt(workflow, 'nodes').map((node) => nodeFilledIn(node, credential)) };
}

/** Switches a workflow on. Its webhooks answer up to half a second later. */
export async function publish({ api }: Session, id: string): Promise<void> {
	await api('POST', `/workflows/${id}/activate`);
}

/** The address, in production, of a workflow's reply trigger: n8n has chosen the random part of it. */
export async function replyUrlOf({ api, url }: Session, id: string): Promise<string> {
	const nodes = listAt(await api('GET', `/workflows/${id}`), 'nodes');
	const trigger = nodes.find((node) => textAt(node, 'type').endsWith('.cascadeMessagingReplyTrigger'));
	return `${url}/webhook/${textAt(trigger, 'webhookId')}/replies`;
}

function nodeFilledIn(node: unknown, credential: CredentialName): unknown {
	if (!isRecord(node)) return node;
	const isOurs = textAt(node, 'type').startsWith('n8n-nodes-cascade-messaging.');
	return isOurs ? { ...node, credentials: { cascadeMessagingApi: credential } } : node;
}
