//! Instructions of a program, and the loop that executes them.

use crate::Class;

/// Target of a branch: the text matches, whatever follows.
pub const MATCH: u8 = u8::MAX;

/// Target of a branch: the text does not match.
const FAIL: u8 = u8::MAX - 1;

/// One instruction: consumes a literal and a run of characters, then ends, goes to another instruction or branches.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    text: &'static str,
    run: Option<&'static Class>,
    min: usize,
    max: usize,
    end: bool,
    /// The next instruction; `None` if the next character decides.
    next: Option<u8>,
    branch: Branch,
}

/// The instruction that follows each character.
#[derive(Clone, Copy, Debug)]
struct Branch {
    /// The instruction for each ASCII byte.
    targets: [u8; 256],
    ways: &'static [(&'static Class, u8)],
}

impl Branch {
    const fn of(ways: &'static [(&'static Class, u8)]) -> Self {
        let mut targets = [FAIL; 256];
        let mut way = 0;
        while way < ways.len() {
            let (class, target) = ways[way];
            let mut byte = 0;
            while byte < 128 {
                if class.has_byte(byte) && targets[byte as usize] == FAIL {
                    targets[byte as usize] = target;
                }
                byte += 1;
            }
            way += 1;
        }
        Branch { targets, ways }
    }

    /// What follows the first character of `text`, and the instruction for it. `byte` and `rest` are the parts of
    /// `text`.
    #[inline(always)]
    fn take<'t>(&self, text: &'t [u8], byte: u8, rest: &'t [u8]) -> Option<(&'t [u8], u8)> {
        match self.targets[usize::from(byte)] {
            FAIL => self.take_beyond(text, byte, rest),
            target => Some((rest, target)),
        }
    }

    /// [`Branch::take`] for a character beyond ASCII.
    #[cold]
    fn take_beyond<'t>(&self, text: &'t [u8], byte: u8, rest: &'t [u8]) -> Option<(&'t [u8], u8)> {
        let mut ways = self.ways.iter();
        ways.find_map(|(class, target)| Some((class.skip_one(text, byte, rest)?, *target)))
    }
}

impl Instruction {
    /// Consumes nothing yet.
    pub const fn here() -> Self {
        Instruction { text: "", run: None, min: 0, max: 0, end: false, next: None, branch: Branch::of(&[]) }
    }

    /// Consumes a literal.
    pub const fn literal(text: &'static str) -> Self {
        Instruction { text, ..Instruction::here() }
    }

    /// Then consumes as many characters of the class as there are, at least `min` and at most `max`.
    pub const fn between(self, class: &'static Class, min: usize, max: usize) -> Self {
        Instruction { run: Some(class), min, max, ..self }
    }

    /// Then consumes as many characters of the class as there are, at least `min`.
    pub const fn at_least(self, class: &'static Class, min: usize) -> Self {
        self.between(class, min, usize::MAX)
    }

    /// A text that ends here matches.
    pub const fn end(self) -> Self {
        Instruction { end: true, ..self }
    }

    /// Continues with the instruction at this position of the program.
    pub const fn goto(self, target: u8) -> Self {
        Instruction { next: Some(target), ..self }
    }

    /// Consumes one more character and continues with the first instruction whose class contains it; without one, the
    /// text does not match.
    pub const fn branch(self, branch: &'static [(&'static Class, u8)]) -> Self {
        Instruction { branch: Branch::of(branch), ..self }
    }
}

/// Whether a program matches a text.
pub(crate) fn run(program: &[Instruction], text: &str) -> bool {
    execute(program, text.as_bytes()).unwrap_or(false)
}

/// Whether the program accepts the text where it ends; `None` if an instruction fails.
#[inline]
fn execute(program: &[Instruction], mut text: &[u8]) -> Option<bool> {
    let mut number = 0;
    while let Some(instruction) = program.get(usize::from(number)) {
        // Comparing with an empty literal would still cost a call.
        if !instruction.text.is_empty() {
            text = text.strip_prefix(instruction.text.as_bytes())?;
        }
        if let Some(class) = instruction.run {
            text = class.skip_run(text, instruction.min, instruction.max)?;
        }
        number = if let Some(next) = instruction.next {
            next
        } else {
            let Some((byte, rest)) = text.split_first() else { return Some(instruction.end) };
            let (after, next) = instruction.branch.take(text, *byte, rest)?;
            text = after;
            next
        };
    }
    Some(true)
}
