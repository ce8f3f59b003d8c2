import type { Column } from '../columns';
import type { Row } from '../table';
import { playLookUp, playStop } from './accountCell';
import type { Played } from './played';
import { playPoll } from './pollCell';
import { playPreview } from './previewCell';
import { secretsIn } from './secrets';
import { playSend } from './sendCell';
import { playStatus, playTrack } from './statusCell';
import type { World } from './world';
import { ACCOUNT, openWorld } from './world';

const PLAYS: Readonly<Record<Column['operation'], (world: World) => Promise<Played>>> = {
	send: playSend,
	preview: playPreview,
	lookUp: playLookUp,
	stop: playStop,
	status: playStatus,
	track: playTrack,
	poll: playPoll,
};

/** The slowest poll asks for 25 seconds, and a busy machine needs some more. Longer pauses would be hurried, see `time.ts`. */
const LONGEST = 39_000;

/** Plays one cell against a gateway of its own, and looks for what must never be. */
export async function playCell(row: Row, column: Column): Promise<{ found: string; broken: readonly string[] }> {
	const world = await openWorld(row, column);
	try {
		const played = await inTime(PLAYS[column.operation](world));
		return {
			found: played.found,
			broken: [...played.broken, ...sentTwice(world), ...secretsIn(played.leftBehind, ACCOUNT), ...(await leftOpen(world))],
		};
	} catch (error) {
		return { found: 'crashed', broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
	} finally {
		await world.simulator.close();
	}
}

async function inTime(playing: Promise<Played>): Promise<Played> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			reject(new Error(`not done within ${LONGEST / 1000} s`));
		}, LONGEST);
	});
	return await Promise.race([playing, tooLong]).finally(() => {
		clearTimeout(timer);
	});
}

/** A closed connection takes a moment to be seen by the gateway. */
async function leftOpen({ simulator }: World): Promise<string[]> {
	for (let tries = 0; simulator.waiting > 0 && tries < 400; tries++) {
		await new Promise((resolve) => {
			setTimeout(resolve, 20);
		});
	}
	return simulator.waiting > 0 ? ['a connection stays open'] : [];
}

function sentTwice({ simulator }: World): string[] {
	const phones = simulator.messages.map(({ phone }) => phone);
	return phones.filter((phone, index) => phones.indexOf(phone) !== index).map((phone) => `${phone} was sent to twice`);
}
