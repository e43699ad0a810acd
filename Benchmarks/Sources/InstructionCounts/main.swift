import Naqhara
import StageRuns

// Runs a stage once over a file and says what it found; valgrind counts.
//
//   InstructionCounts STAGE FILE
let arguments = CommandLine.arguments
guard arguments.count == 3, let stage = StageRun(rawValue: arguments[1]) else {
  print("InstructionCounts STAGE FILE; stages: \(StageRun.allCases.map(\.rawValue).joined(separator: ", "))")
  throw Usage()
}
let work = try stage.makeWork(lexicon: .builtIn())
print(try work(StageRun.documents(arguments[2])))

struct Usage: Error {}
