/** Lets others have their turn where long work has taken long enough; undefined where it may go on at once. */
export type Turn = () => Promise<void> | undefined;
