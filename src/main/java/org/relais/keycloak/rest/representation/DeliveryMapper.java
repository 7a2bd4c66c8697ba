package org.relais.keycloak.rest.representation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.relais.keycloak.delivery.DeliveryStates;
import org.relais.keycloak.delivery.DeliveryStates.State;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;

/** Puts the state of deliveries into sentences. */
record DeliveryMapper(RequestContext call) {

    /** Null where no target feeds the application. */
    DeliveryRepresentation show(Map<String, State> states, ManagedGroup group, String clientId) {
        return DeliveryStates.feeding(states, clientId, group.school().uai())
                .map(this::show)
                .orElse(null);
    }

    private DeliveryRepresentation show(State state) {
        boolean done = state.waiting() == 0;
        String kind = done ? "DONE" : state.error() == null ? "WAITING" : "FAILING";
        return new DeliveryRepresentation(
                state.target().name(),
                kind,
                state.waiting(),
                state.doneAt() == null ? null : state.doneAt().toString(),
                kind.equals("FAILING") ? state.retryAt().toString() : null,
                call.messages().errorOf(words(state, done)).errorMessage());
    }

    private Problem words(State state, boolean done) {
        if (done) {
            return state.doneAt() == null
                    ? Problem.general(DeliveryMessage.DELIVERY_DONE)
                    : Problem.general(DeliveryMessage.DELIVERY_DONE_AT, time(state.doneAt()));
        }
        if (state.error() == null) {
            return Problem.general(DeliveryMessage.DELIVERY_WAITING);
        }
        return state.error().concernsPerson()
                ? Problem.general(
                        DeliveryMessage.DELIVERY_REFUSED, state.target().name(), time(state.retryAt()))
                : Problem.general(
                        DeliveryMessage.DELIVERY_SILENT, state.target().name(), time(state.retryAt()));
    }

    /** {@code 10:42}, with the day unless it is today. */
    private String time(Instant instant) {
        LocalDateTime then = instant.atZone(call.academy().timeZone()).toLocalDateTime();
        boolean today = then.toLocalDate().equals(call.academy().today(call.clock()));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
        return format.withLocale(call.locale()).format(then);
    }
}
