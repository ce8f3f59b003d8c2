import type { IExecuteFunctions } from 'n8n-workflow';

import { HandOver } from '../../../tracking/handOver';
import { Pace } from '../../../transport/pace';
import { Retrier } from '../../../transport/retrier';
import { isFailure } from '../../shared/lines';
import type { SendSettings } from './options';
import type { SendRun } from './run';
import type { RequestLines, SendRequest } from './sendRequest';

const MINUTE = 60_000;

/** Makes the requests of a run, several at the same time where that is asked for: at the pace that is set, and none any more once the run is over. */
export class RequestRunner {
	readonly #context: IExecuteFunctions;
	readonly #pauseMilliseconds: number;
	readonly #pace: Pace;
	readonly #retrier: Retrier;
	readonly #handOver: HandOver;
	readonly #stopped: AbortSignal | undefined;
	readonly #failed = new AbortController();
	/** Stopped or failed. */
	readonly #over: AbortSignal;

	constructor({ context, account, settings }: SendRun) {
		this.#context = context;
		this.#pauseMilliseconds = settings.pauseMilliseconds;
		this.#pace = new Pace(distanceOf(settings));
		this.#stopped = context.getExecutionCancelSignal();
		this.#retrier = new Retrier({ retries: settings.retries, signal: this.#stopped, pace: this.#pace });
		this.#handOver = new HandOver(context, account);
		this.#over = AbortSignal.any([this.#failed.signal, ...(this.#stopped ? [this.#stopped] : [])]);
	}

	/**
	 * Makes a request when its turn has come. Once the user has stopped the execution, or a request has failed with On Error “stop”, none begins any
	 * more; those under way are finished, with the tries they have left. Never throws.
	 */
	async make(request: Pick<SendRequest, 'send' | 'unsent'>): Promise<RequestLines> {
		await this.#pace.turn(this.#over);
		if (this.#over.aborted) return request.unsent(this.#stopped?.aborted === true ? 'stopped' : 'failed');
		const answered = await request.send(this.#retrier, this.#handOver);
		this.#pace.hold(this.#pauseMilliseconds);
		if (hasFailure(answered) && !this.#context.continueOnFail()) this.#failed.abort();
		return answered;
	}
}

/** The least time between the beginnings of two requests, in milliseconds. */
function distanceOf({ requestsPerMinute, pauseMilliseconds }: SendSettings): number {
	return Math.max(pauseMilliseconds, requestsPerMinute === 0 ? 0 : MINUTE / requestsPerMinute);
}

function hasFailure({ bySlot, strays }: RequestLines): boolean {
	return bySlot.some(({ line }) => isFailure(line)) || strays.some(isFailure);
}
