import Office

/// The program that runs.
package enum Program {
    /// Its capabilities (task-local value): `main` binds them once around the command that runs, and a command opens the data with
    /// them without knowing which there are.
    @TaskLocal package static var house = House([])
}
