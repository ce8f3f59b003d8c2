import type { IExecuteFunctions } from 'n8n-workflow';

import { counted, shorten } from '../../../protocol';
import { canBeSeen } from '../../../tracking/handOver';
import type { Account } from '../../../transport/account';
import { isFailure } from '../../shared/lines';
import type { EmptyPlaceholder } from '../../shared/templates/textReader';
import type { SendLine } from './failure';
import type { Plan } from './plan';
import { momentOut } from './scheduled';

/**
 * Says so when no trigger can see this process, as in a worker of queue mode. In a manual run it matters only if data was attached for a
 * trigger.
 */
export function hintUnseen(context: IExecuteFunctions, account: Account, plan: Plan): void {
	const expectsReport = plan.slots.some((slot) => 'recipient' in slot && Object.keys(slot.recipient.data).length > 0);
	if (canBeSeen(account) || !(expectsReport || context.getMode() !== 'manual')) return;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message:
			'No Cascade Messaging Trigger has run in this n8n process, so none may report these messages. Activate one; in queue mode, choose to remember sent messages in a Data Table in the credential.',
	});
}

/** Says so when messages were not sent again: if the number or key was meant for another message, that message was not sent. */
export function hintRepeats(context: IExecuteFunctions, lines: readonly SendLine[]): void {
	const repeats = lines.filter((line) => !isFailure(line) && line.json.repeat === true).length;
	if (repeats === 0) return;
	context.addExecutionHints({
		type: 'info',
		location: 'outputPane',
		message: `Not sent again: ${repeats} of ${lines.length}, because the gateway had taken ${repeats === 1 ? 'a message with its client message ID before. Its item has' : 'messages with their client message IDs before. Their items have'} "repeat": true.`,
	});
}

/** Says so when messages go out only after the wait for final states has ended, at `now` (milliseconds since 1970). */
export function hintLater(context: IExecuteFunctions, lines: readonly SendLine[], now: number): void {
	const later = lines.filter((line) => !isFailure(line) && (momentOut(line) ?? 0) > now).length;
	if (later === 0) return;
	context.addExecutionHints({
		type: 'info',
		location: 'outputPane',
		message: `Not waited for: ${later} of ${lines.length}, because ${later === 1 ? 'a message goes out later than the wait lasts. Its item has' : 'messages go out later than the wait lasts. Their items have'} the outcome "inProgress". A trigger tells what becomes of ${later === 1 ? 'it' : 'them'}.`,
	});
}

/** Says so when placeholders gave nothing in messages that were sent. Items are counted from 0, as n8n does. */
export function hintEmpty(context: IExecuteFunctions, empty: readonly EmptyPlaceholder[]): void {
	const [first] = empty;
	if (first === undefined) return;
	const items = new Set(empty.map(({ item }) => item)).size;
	const count = empty.length === 1 ? '1 placeholder' : `${empty.length} placeholders`;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `Texts with gaps: ${count} gave nothing, in ${items} of ${context.getInputData().length} items. The first is ${shorten(first.source, 80)} in ${first.field} of item ${first.item}. To keep such items from being sent, set the option Empty Placeholders to Refuse Item.`,
	});
}

/** Says so when recipients are sent to by another clock than their own, because their operator does not tell which that is. */
export function hintUnknownZones(context: IExecuteFunctions, { unknownZones }: Plan): void {
	if (unknownZones === undefined) return;
	const { recipients, of, trouble } = unknownZones;
	const why = trouble === undefined ? 'does not know theirs.' : `did not tell theirs. ${trouble}`;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `For ${recipients} of ${counted(of, 'recipient')}, Send Window goes by the Fallback Time Zone, because the operator ${why}`,
	});
}
