import type { IWebhookFunctions } from 'n8n-workflow';

import { isSameSecret, scalarText } from '../protocol';
import { CREDENTIAL } from './context';

/**
 * Says whether whoever calls a webhook may: with the key of the node's credential in the query, or with anything where the credential has
 * none. The key lives in the credential because n8n keeps that encrypted; parameters of nodes stand in exports and executions.
 */
export async function hasReplyKey(context: Pick<IWebhookFunctions, 'getCredentials' | 'getQueryData'>): Promise<boolean> {
	const { replySecret } = await context.getCredentials(CREDENTIAL);
	const key = scalarText(replySecret);
	if (key === undefined) return true;
	const { key: given } = context.getQueryData() as { readonly key?: unknown };
	return typeof given === 'string' && isSameSecret(given, key);
}
