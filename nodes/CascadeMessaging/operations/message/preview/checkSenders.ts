import type { INodeProperties } from 'n8n-workflow';

import type { Content, Senders } from '../../../protocol';
import { CHANNELS } from '../../../protocol';
import type { Values } from '../../shared/values';
import { toFlag } from '../../shared/values';
import type { SendRun } from '../send/run';

/** Option of Preview: whether the senders may be used. */
export const checkSendersField: INodeProperties = {
	displayName: 'Check Senders',
	name: 'checkSenders',
	type: 'boolean',
	default: false,
	description:
		'Whether to ask the gateway for the senders of the account, and to say of each SMS whether its sender is registered and approved. Not every operator offers this.',
};

/** Whether a run's options ask for the senders. */
export function readCheckSenders({ checkSenders }: Values): boolean {
	return toFlag(checkSenders);
}

/** What the operator thinks of a sender; null where that is not known. */
export type SenderState = 'usable' | 'waiting' | 'rejected' | 'notRegistered' | null;

/** What is known of the senders of an account. */
export interface SenderCheck {
	readonly stateOf: (sender: string) => SenderState;
	/** Why nothing is known. */
	readonly problem?: { readonly message: string; readonly code: string };
}

/** Asks for the senders of the account. Never throws for what the gateway does or does not do. */
export async function checkSenders({ questions }: Pick<SendRun, 'questions'>): Promise<SenderCheck> {
	const reply = await questions.senders();
	if ('answer' in reply) return { stateOf: stateIn(reply.answer) };
	const { message, code } = reply.trouble;
	return { stateOf: () => null, problem: { message, code } };
}

function stateIn({ any, senders }: Senders): SenderCheck['stateOf'] {
	if (any === true) return () => 'usable';
	const states = new Map(senders.map(({ name, state }) => [name, state]));
	return (sender) => (states.has(sender) ? (states.get(sender) ?? null) : 'notRegistered');
}

/** What is known of the sender of each step of a content, where the operator tells of such senders (docs/protocol.md section 8). */
export function senderStates({ cascade, channels }: Content, { stateOf }: SenderCheck): ReadonlyMap<string, SenderState> {
	const listed = cascade.filter((channel) => CHANNELS[channel].fields.some((field) => field.listed === 'senders'));
	return new Map(
		listed.flatMap((channel) => {
			const sender = channels[channel]?.sender;
			return sender === undefined ? [] : [[channel, stateOf(sender)] as const];
		}),
	);
}
