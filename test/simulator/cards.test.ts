import { KNOWN_WORDS, WORDS } from '../../simulator';
import { RefusedPhones } from '../../simulator/gateway/refusedPhones';
import { at, phones, postJson, VIBER } from './client';
import { firstEvent } from './pageEvents';
import { simulator, useSimulator } from './runningSimulator';

const READ = '79000000001';
const STOP_LISTED = '79990200001';
const QUEUED = '79990230001';
const UNSUBSCRIBED = '79990370001';
useSimulator({ startTime: new Date('2026-12-01T12:00:00+03:00') });

async function send(...numbers: string[]): Promise<void> {
	await postJson(simulator.url, { message: [{ ...VIBER, phones: phones(...numbers) }] });
}

/** What the page is told first. */
async function look(filter = ''): Promise<unknown> {
	return await firstEvent(simulator.url, filter);
}

it('a refused phone is shown with the words of the refusal', async () => {
	await send(STOP_LISTED, '79990170001');
	const view = await look();
	expect(at(view, 'order')).toEqual(['79990170001', STOP_LISTED]);
	expect(at(view, 'cards', 1)).toMatchObject({ phone: STOP_LISTED, refused: { text: KNOWN_WORDS.stopList }, messages: [] });
	expect(String(at(view, 'cards', 1, 'refused', 'at'))).toMatch(/^2026-12-01 1[2-9]:/);
	expect(at(view, 'cards', 0, 'refused', 'text')).toBe(WORDS.stopList);
});

it('a phone that got a message since is refused no more', async () => {
	simulator.scenario.set([{ phone: READ, fate: 'stop-list' }]);
	await send(READ);
	simulator.clock.advance(1000);
	simulator.scenario.set([]);
	await send(READ);
	expect(at(await look(), 'cards')).toMatchObject([{ phone: READ, refused: null, messages: [{ state: 'send' }] }]);
});

it('the newest comes first, refused or not, and the filter finds both', async () => {
	await send(STOP_LISTED);
	simulator.clock.advance(1000);
	await send(READ);
	simulator.clock.advance(1000);
	await send('79990210001');
	expect(at(await look(), 'order')).toEqual(['79990210001', READ, STOP_LISTED]);
	expect(at(await look('стоп-листе'), 'order')).toEqual([STOP_LISTED]);
	expect(at(await look('refused 7999021'), 'order')).toEqual(['79990210001']);
	expect(at(await look('hello'), 'order')).toEqual([READ]);
});

it('what waits for money says so, until it goes out', async () => {
	await send(QUEUED);
	expect(at(await look(), 'cards', 0)).toMatchObject({ refused: null, messages: [{ queued: true, final: false, price: '0' }] });
	simulator.topUp();
	expect(at(await look(), 'cards', 0, 'messages', 0, 'queued')).toBe(false);
});

it('tells what the subscriber did', async () => {
	await send(UNSUBSCRIBED);
	simulator.clock.advance(20_000);
	const bubble = async (): Promise<unknown> => at(await look(), 'cards', 0, 'messages', 0, 'channels', 0, 'bubble');
	expect(await bubble()).toMatchObject({ read: true, engagement: 'read' });
	simulator.clock.advance(60_000);
	expect(await bubble()).toMatchObject({ read: true, engagement: 'unsubscribe' });
});

it('keeps a thousand refused phones', () => {
	const refused = new RefusedPhones();
	for (let index = 0; index < 1001; index++) refused.add({ phone: String(index), text: 'no', at: index });
	refused.add({ phone: '1', text: 'again', at: 2000 });
	expect(refused.newest()).toHaveLength(1000);
	expect([refused.of('0'), refused.of('1')?.text, refused.newest()[0]?.phone]).toEqual([undefined, 'again', '1']);
});
