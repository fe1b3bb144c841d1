export declare function withLock<Outcome>(file: string, work: () => Outcome | Promise<Outcome>): Promise<Outcome>;
