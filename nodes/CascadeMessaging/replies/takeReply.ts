import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Reply } from '../protocol';
import { fingerprintOf } from '../protocol';
import { findTracked } from '../tracking/findTracked';
import type { TrackedMessage } from '../tracking/trackedMessage';
import type { Account } from '../transport/account';
import { reportFault } from '../transport/errorMeaning';
import { N8nApiError } from '../transport/n8nApi';
import { readRequest } from './readRequest';
import type { Answered } from './replyItem';
import { answeredBy, isWanted, itemOf } from './replyItem';
import { seenReplies } from './seenReplies';

/** The request is answered already, and starts no workflow. */
const NOTHING: IWebhookResponseData = { noWebhookResponse: true };

/**
 * Takes what was posted to the trigger's URL (docs/protocol.md section 9). It is answered before anything is looked up: 200 for a reply, also
 * one that starts no workflow, 403 for a wrong key, 400 for what is no reply, 500 when the credential cannot be used. Never throws: n8n
 * would start the workflow's error workflow for whatever anybody posts.
 */
export async function takeReply(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = await readRequest(context);
	if ('status' in request) {
		answer(context, request.status, { error: request.message });
		context.logger.debug(`Cascade Messaging Reply Trigger refused a request: ${request.code}`);
		return NOTHING;
	}
	answer(context, 200, { accepted: true });
	const { account, settings, reply } = request;
	if (isRepeated(context, reply)) return NOTHING;
	const answered = await lookUp(context, account, reply);
	if (!isWanted(answered, settings)) return NOTHING;
	return { noWebhookResponse: true, workflowData: [[{ json: itemOf(reply, answered) }]] };
}

/** In a test in the editor, the same reply may be tried as often as one likes. */
function isRepeated(context: IWebhookFunctions, reply: Reply): boolean {
	if (context.getMode() === 'manual') return false;
	return !seenReplies.isNew(`${context.getWorkflow().id ?? ''}:${context.getNode().id}`, fingerprintOf(reply));
}

async function lookUp(context: IWebhookFunctions, account: Account, reply: Reply): Promise<Answered> {
	try {
		return answeredBy(reply, await findWithPatience(context, account, reply.messageId));
	} catch (error) {
		const { message } = error instanceof N8nApiError ? error : reportFault(error, context.logger, account);
		context.logger.warn(`Cascade Messaging Reply Trigger could not look up the message that a reply belongs to. ${message}`);
		return 'notAsked';
	}
}

/** After how many milliseconds a message is looked for once more. */
const PATIENCE = 3_000;

/** A robot answers within a second, before what was sent is written down. Who tests in the editor does not wait. */
async function findWithPatience(context: IWebhookFunctions, account: Account, messageId: string): Promise<TrackedMessage | undefined> {
	const found = await findTracked(context, account, messageId);
	if (found !== undefined || context.getMode() === 'manual') return found;
	await sleep(PATIENCE);
	return await findTracked(context, account, messageId);
}

function answer(context: IWebhookFunctions, status: number, body: object): void {
	const response = context.getResponseObject() as { status: (code: number) => { json: (body: object) => unknown } };
	response.status(status).json(body);
}
