import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { runNode } from '../../harness';
import type { Row } from '../table';
import { isAboutNobody, linesOfStop, linkedTo, summaryOf } from './lines';
import type { Played } from './played';
import type { World } from './world';
import { canvasOf, strike, timesReached } from './world';

const FIRST_TEXT = 'Your order is ready';
const SECOND_TEXT = 'Your order is late';

/** Two messages with different texts; the fourth recipient is on the operator's stop list, where the row says nothing else. */
const peopleOf = ({ alone = false, fourth = '79990170001' }: Row): { phone: string; text: string; number: number }[] =>
	[
		{ phone: '79000000001', text: FIRST_TEXT, number: 101 },
		{ phone: '79000000002', text: FIRST_TEXT, number: 102 },
		{ phone: '79000000003', text: FIRST_TEXT, number: 103 },
		{ phone: fourth, text: SECOND_TEXT, number: 104 },
		{ phone: '79000000005', text: SECOND_TEXT, number: 105 },
	].slice(0, alone ? 1 : 5);

const CASCADE = {
	steps: ['viber', 'sms'].map((channel) => ({ channel, sender: 'MyShop', text: '={{ $json.text }}' })),
};

const NUMBERED = { clientMessageIdFrom: 'number', clientMessageNumber: '={{ $json.number }}' };

/** Sends under a fault. */
export async function playSend(world: World): Promise<Played> {
	const { row, column } = world;
	const people = peopleOf(row);
	const parameters = { operation: 'send', phone: '={{ $json.phone }}', cascade: CASCADE, ...(column.numbered === true && NUMBERED) };
	strike(world);
	const result = await runNode(canvasOf(world, parameters, people));
	const lines = result.error !== undefined ? linesOfStop(result) : result.output.flat();
	const letters = people.map(({ phone }, index) => letterOf(world, phone, lines[index]?.json ?? {}));
	const isLinked = people.every((_, index) => linkedTo(lines[index]) === index);
	return {
		found: summaryOf(
			letters,
			lines.map(({ json }) => json),
			timesReached(world),
		),
		leftBehind: [result.run.data, result.thrown, result.hints],
		broken: [
			...(isLinked ? [] : ['an output is not linked to its item']),
			...lines.slice(people.length).flatMap(({ json }) => (isAboutNobody(json) ? [] : ['a line too many'])),
			...idsOf(lines).flatMap((id) => (wasGiven(world, id) ? [] : [`the gateway never gave the ID ${id}`])),
			...lostIds(world, lines),
		],
	};
}

/** What the output says of a recipient, in a letter, held against what the gateway did. */
function letterOf({ row, simulator }: World, phone: string, { accepted, repeat, messageId, error }: IDataObject): string {
	const taken = simulator.messages.find((message) => message.phone === phone);
	if (accepted === true) {
		const isOwn = messageId === taken?.id || (row.givenId !== undefined && messageId === row.givenId);
		if (repeat === true) return taken !== undefined && (isOwn || messageId === null) ? 'P' : 'X';
		return taken !== undefined && isOwn ? 'A' : 'X';
	}
	const { outcome, phone: about } = (error ?? {}) as IDataObject;
	if (about !== phone) return 'X';
	if (outcome === 'unknown') return 'U';
	if (taken !== undefined) return 'X';
	return outcome === 'refused' ? 'R' : 'N';
}

function idsOf(lines: readonly INodeExecutionData[]): string[] {
	const ids = lines.map(({ json }) => json.messageId ?? ((json.error ?? {}) as IDataObject).messageId);
	return ids.flatMap((id) => (typeof id === 'string' ? [id] : []));
}

function wasGiven({ simulator }: World, id: string): boolean {
	const isPart = simulator.messages.some((message) => message.id.startsWith(id));
	return isPart || simulator.requests.some(({ answer }) => answer.includes(id));
}

/** Says whether an ID stands in answers up to its own end: in a field of JSON, an attribute of XML, or a GET list. */
function standsWhole(id: string, answers: string): boolean {
	const inDocument = `id_message"?\\s*[:=]\\s*(?:"${id}"|${id}\\b(?!$))`;
	return new RegExp(`${inDocument}|(?:^|,)${id}(?:,|$)`, 'm').test(answers);
}

/** IDs of messages that were taken and stood whole in an answer, but not in the output. */
function lostIds({ simulator }: World, lines: readonly INodeExecutionData[]): string[] {
	const shown = JSON.stringify(lines);
	const answers = simulator.requests.map(({ answer }) => answer).join('\n');
	return simulator.messages.flatMap(({ id }) => (standsWhole(id, answers) && !shown.includes(id) ? [`the ID ${id} is lost`] : []));
}
