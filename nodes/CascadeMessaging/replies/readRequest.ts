import type { IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Reply } from '../protocol';
import { readReply } from '../protocol';
import type { Account } from '../transport/account';
import { getAccount } from '../transport/account';
import { logFault } from '../transport/errorMeaning';
import type { PostedRequest } from '../transport/postedBody';
import { readPosted } from '../transport/postedBody';
import { hasReplyKey } from '../transport/replyKey';
import type { ReplySettings } from './settings';
import { readReplySettings } from './settings';

/** A reply that was let in, and what is needed to go on with it. */
export interface Accepted {
	readonly account: Account;
	readonly settings: ReplySettings;
	readonly reply: Reply;
}

/** A request that is answered with an HTTP status of 400 or more. */
export interface Refused {
	readonly status: 400 | 403 | 500;
	/** A stable code. */
	readonly code: string;
	/** In words for whoever posted it. */
	readonly message: string;
}

/** Lets a request in, or says why not: its key comes first, and its body is not read before. Never throws. */
export async function readRequest(context: IWebhookFunctions): Promise<Accepted | Refused> {
	try {
		if (!(await hasReplyKey(context))) return { status: 403, code: 'keyWrong', message: 'The key is missing or wrong.' };
		const account = await getAccount(context);
		const settings = readReplySettings(context);
		const posted = await readPosted(context.getRequestObject() as PostedRequest);
		const read = 'text' in posted ? readReply(posted.text) : posted;
		return 'refusal' in read ? { status: 400, ...read.refusal } : { account, settings, reply: read.reply };
	} catch (error) {
		logFailure(context, error);
		return { status: 500, code: 'notReady', message: 'Replies cannot be taken at the moment.' };
	}
}

/** What n8n cannot know of a request it hands over is told in its log: nobody else would hear of a credential that makes no sense. */
function logFailure({ logger }: IWebhookFunctions, error: unknown): void {
	if (error instanceof NodeOperationError) logger.error(`Cascade Messaging Reply Trigger could not take a reply. ${error.message}`);
	else logFault(logger, error, (text) => text);
}
