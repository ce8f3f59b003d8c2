import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../../nodes/CascadeMessaging/protocol';
import { runNode } from '../../harness';
import { linkedTo } from './lines';
import type { Played } from './played';
import type { World } from './world';
import { canvasOf, strike, timesReached } from './world';

const PHONES = ['79000000001', '79000000002', '79000000003', '79000000004', '79000000005'];
const CASCADE = { steps: ['viber', 'sms'].map((channel) => ({ channel, sender: 'MyShop', text: 'Your order is ready' })) };

/** Previews a message to five recipients with Estimate Cost, under a fault. */
export async function playPreview(world: World): Promise<Played> {
	const phones = world.row.alone === true ? PHONES.slice(0, 1) : PHONES;
	const parameters = { operation: 'preview', phone: '={{ $json.phone }}', cascade: CASCADE };
	const canvas = canvasOf(
		world,
		parameters,
		phones.map((phone) => ({ phone })),
	);
	strike(world);
	const options = { ...(canvas.parameters?.options as object), estimateCost: true };
	const result = await runNode({ ...canvas, parameters: { ...canvas.parameters, options } });
	const lines = result.output.flat();
	const letters = phones.map((phone, index) => letterOf(phone, lines[index]?.json ?? {}));
	const { cost } = (isRecord(lines[0]?.json.run) ? lines[0].json.run : {}) as { cost?: { problem?: { code: string } } };
	return {
		found: [letters.join(''), cost?.problem?.code ?? '', `×${timesReached(world)}`].filter((part) => part !== '').join(' '),
		leftBehind: [result.run.data, result.thrown, result.hints],
		broken: [
			...(phones.every((_, index) => linkedTo(lines[index]) === index) ? [] : ['an output is not linked to its item']),
			...(lines.length === phones.length ? [] : ['not one line for each recipient']),
			...(world.simulator.messages.length === 0 ? [] : ['something was sent']),
		],
	};
}

/** What the output says of a recipient and the cost, in a letter. */
function letterOf(phone: string, { phone: about, willBeSent, cost }: IDataObject): string {
	if (about !== phone || willBeSent !== true) return 'X';
	if (cost === null) return 'N';
	const { least, most, operator } = isRecord(cost) ? cost : {};
	return least === 1.15 && most === 2.85 && operator === 'Tele2' ? 'C' : 'X';
}
