/** Row IDs between two, neither of them included. */
interface Gap {
	readonly after: number;
	readonly before: number;
	/** The latest moment of sending (ISO 8601) of the rows up to its end. */
	readonly sentAt: string;
}

/**
 * Which rows of a table have not been read: those behind the last one, and those that may still turn up between others, because rows
 * that are added at the same time need not appear in the order of their IDs.
 */
export class RowGaps {
	/** In the order of their IDs, and so of their moments. */
	#gaps: Gap[] = [];
	#last = 0;
	#sentAt = '';
	#settled = '';

	/** Notes a row that was read, and when its message was sent (ISO 8601), where it says so. */
	read(rowId: number, sentAt = ''): void {
		if (rowId <= this.#last) {
			this.#fill(rowId);
			return;
		}
		if (sentAt > this.#sentAt) this.#sentAt = sentAt;
		if (this.#sentAt >= this.#settled && rowId - this.#last > 1) {
			this.#gaps.push({ after: this.#last, before: rowId, sentAt: this.#sentAt });
		}
		this.#last = rowId;
	}

	/** Stops looking for rows between those that were sent before a moment (ISO 8601). */
	settle(moment: string): void {
		this.#settled = moment;
		const first = this.#gaps.findIndex(({ sentAt }) => sentAt >= moment);
		this.#gaps.splice(0, first === -1 ? this.#gaps.length : first);
	}

	/** The row behind which to read on, when all have been read up to `rowId`. */
	next(rowId: number): number {
		const gap = this.#gaps[this.#indexOf(rowId + 1)];
		return Math.max(rowId, gap?.after ?? this.#last);
	}

	#fill(rowId: number): void {
		const index = this.#indexOf(rowId);
		const gap = this.#gaps[index];
		if (gap === undefined || gap.after >= rowId) return;
		const rest = [
			{ ...gap, before: rowId },
			{ ...gap, after: rowId },
		];
		this.#gaps.splice(index, 1, ...rest.filter(({ after, before }) => before - after > 1));
	}

	/** The first gap that ends behind a row. */
	#indexOf(rowId: number): number {
		let [low, high] = [0, this.#gaps.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#gaps[middle]?.before ?? 0) > rowId) high = middle;
			else low = middle + 1;
		}
		return low;
	}
}
